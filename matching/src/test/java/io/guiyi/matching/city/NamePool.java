package io.guiyi.matching.city;

import io.guiyi.records.identity.Sex;
import java.util.Random;

/** Names as they are borne in China: few surnames, common characters, homophones among them. */
final class NamePool {
  private static final String SURNAMES =
      "王王王王王王王李李李李李李李张张张张张张刘刘刘刘刘陈陈陈陈陈杨杨杨黄黄赵赵吴吴周周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩"
          + "邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江";
  private static final String MALE = "伟强磊军洋勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢阳建国志文海峰峻晨辰炜玮军君均铭鸣海子轩梓宸博泽睿锐";
  private static final String FEMALE = "芳娜敏静丽艳娟霞燕玲婷雪梅英萍红慧莹琳林佳嘉欣馨怡宜倩青晴清雨语玉洁婕琴芹秀绣兰岚云芸丹珊莎梦萌思诗涵晗子梓萱轩雯文";
  private static final String OFTEN = "晓小文建志国子梓雨思嘉佳海玉";

  /** Read alike or drawn alike, by another hand than the engine's. */
  private static final String[] CONFUSED = {
    "伟炜玮纬", "敏闽", "静靖婧", "丽莉俪", "军君均", "建健剑", "晓小筱", "文雯纹", "华桦", "林琳霖", "佳嘉", "欣馨心", "怡宜仪", "青晴清",
    "雨语羽", "洁婕杰", "琴芹勤", "秀绣", "兰岚", "云芸", "明铭鸣", "峰锋峻", "晨辰宸", "宇雨", "子梓紫", "涵晗", "萱轩", "思诗",
    "英瑛莺", "红虹宏", "辉晖", "浩昊", "俊峻骏", "泽则", "睿锐", "娜那", "芳方", "磊垒"
  };

  private static final String[] DRAWN_ALIKE = {
    "晴睛", "戌戍", "于干", "佘余", "汪江", "洋详", "伟玮", "明朋", "林材", "玲铃", "娟捐", "梅海", "红江", "秦奏", "王玉", "田由",
    "石右", "刘列", "陈阵", "杨扬", "姜妾", "彭膨"
  };

  private static final String[] DOTTED = {
    "阿卜来提", "买买提", "如则", "托合提", "古丽娜尔", "艾力", "吐尔逊", "阿依古丽", "玉素甫", "热合曼", "库尔班", "帕提古丽"
  };

  private NamePool() {}

  static String surname(Random dice) {
    return pick(SURNAMES, dice);
  }

  static String given(Sex sex, Random dice) {
    String pool = sex == Sex.MALE ? MALE : FEMALE;
    if (dice.nextInt(100) < 18) {
      return pick(pool, dice);
    }
    String first = dice.nextInt(100) < 35 ? pick(OFTEN, dice) : pick(pool, dice);
    return first + pick(pool, dice);
  }

  static String dotted(Random dice) {
    return DOTTED[dice.nextInt(DOTTED.length)] + "·" + DOTTED[dice.nextInt(DOTTED.length)];
  }

  /** The name with one character written as another that sounds like it; the same if none does. */
  static String misheard(String name, Random dice) {
    return confused(name, CONFUSED, dice);
  }

  /** The name with one character written as another that looks like it; the same if none does. */
  static String misread(String name, Random dice) {
    return confused(name, DRAWN_ALIKE, dice);
  }

  private static String confused(String name, String[] groups, Random dice) {
    int start = dice.nextInt(name.length());
    for (int i = 0; i < name.length(); i++) {
      int at = (start + i) % name.length();
      String character = name.substring(at, at + 1);
      for (String group : groups) {
        if (group.contains(character)) {
          String others = group.replace(character, "");
          return name.substring(0, at) + pick(others, dice) + name.substring(at + 1);
        }
      }
    }
    return name;
  }

  static String pick(String characters, Random dice) {
    return String.valueOf(characters.charAt(dice.nextInt(characters.length())));
  }
}
