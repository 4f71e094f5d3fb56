package io.guiyi.routes.api;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands before the controllers, and what answers when they refuse. */
@Configuration(proxyBeanMethods = false)
class ApiDoors {
  private static final int FIRST = Integer.MIN_VALUE;

  /** On every path: also the pages, the metrics and the health are for this machine only. */
  @Bean
  FilterRegistrationBean<LoopbackOnly> loopbackOnly() {
    FilterRegistrationBean<LoopbackOnly> door = new FilterRegistrationBean<>(new LoopbackOnly());
    door.setOrder(FIRST);
    return door;
  }

  /** By a pattern of the container, which compares the decoded and normalized path. */
  @Bean
  FilterRegistrationBean<ApiGate> apiGate(ApiToken token) {
    FilterRegistrationBean<ApiGate> gate = new FilterRegistrationBean<>(new ApiGate(token));
    gate.addUrlPatterns("/api/*");
    gate.setOrder(FIRST + 1);
    return gate;
  }

  @Bean
  ApiProblems apiProblems() {
    return new ApiProblems();
  }
}
