package parlance.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreassignedIdTest {

    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    private final Random random = new Random(1);

    @Test
    void looksLikeAnObjectIdAndCarriesTheHashOfItsKey() {
        var hash = KeyHash.of("64b7f1a2c3d4e5f60718293b");

        var id = PreassignedId.mint(NOW, hash, random);

        assertThat(id).matches("[0-9a-f]{24}").startsWith("6957b340");
        assertThat(PreassignedId.keyHashOf(id)).contains(hash);
    }

    @Test
    void idsOfOneMomentDiffer() {
        var ids = new HashSet<String>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(PreassignedId.mint(NOW, new KeyHash(7), random));
        }

        assertThat(ids).hasSize(10_000);
    }

    @Test
    void furtherIdsDeriveFromAMintedOne() {
        assertThat(PreassignedId.derive("0000000000000000000000ff", 0))
                .isEqualTo("0000000000000000000000ff");
        assertThat(PreassignedId.derive("0000000000000000000000ff", 1))
                .isEqualTo("000000000000000000000100");
        assertThat(PreassignedId.derive("ffffffffffffffffffffffff", 1))
                .isEqualTo("000000000000000000000000");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nope",
                "64B7F1A2C3D4E5F60718293A",
                "64b7f1a2c3d4e5f60718293",
                "64b7f1a2c3d4e5f60718293ab",
                "zzb7f1a2c3d4e5f60718293a"
            })
    void whatIsNoIdHasNoHash(String text) {
        assertThat(PreassignedId.isWellFormed(text)).isFalse();
        assertThat(PreassignedId.keyHashOf(text)).isEmpty();
    }

    @Test
    void aHashHasSixteenBitsAndSpreadsOverThePartitions() {
        var partitions = new int[12];
        for (int i = 0; i < 12_000; i++) {
            var hash = KeyHash.of("conversation-" + i);
            assertThat(hash.value()).isBetween(0, 0xFFFF);
            partitions[hash.partition(partitions.length)]++;
        }

        assertThat(Arrays.stream(partitions)).allMatch(count -> count > 800 && count < 1_200);
    }

    @Test
    void theHashOfAKeyNeverChanges() {
        // Records written by an older release are looked for by it.
        assertThat(KeyHash.of("64b7f1a2c3d4e5f60718293b")).isEqualTo(new KeyHash(589));
    }
}
