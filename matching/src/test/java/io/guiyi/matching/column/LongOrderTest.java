package io.guiyi.matching.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Keys in order")
class LongOrderTest {
  @ParameterizedTest(name = "{0} keys of {1} values, seed {2}")
  @CsvSource({"0, 1, 1", "1, 1, 2", "2, 2, 3", "1000, 7, 4", "5000, 100000, 5", "5000, 2, 6"})
  void comeAsAnUnsignedStableSortWouldBringThem(int size, int values, long seed) {
    Random random = new Random(seed);
    long[] distinct = random.longs(values).toArray();
    // Half of the keys agree in their upper bits, which the radix passes cannot tell apart.
    Arrays.setAll(distinct, i -> i % 2 == 0 ? distinct[i] : distinct[i] & 0xFF | 0xABL << 56);
    long[] keys = new long[size];
    Arrays.setAll(keys, i -> distinct[random.nextInt(values)]);
    int[] companions = IntStream.range(0, size).toArray();
    int[] expected =
        IntStream.range(0, size)
            .boxed()
            .sorted((a, b) -> Long.compareUnsigned(keys[a], keys[b]))
            .mapToInt(i -> i)
            .toArray();
    LongOrder.sort(keys.clone(), companions, size);
    assertThat(companions).containsExactly(expected);
  }
}
