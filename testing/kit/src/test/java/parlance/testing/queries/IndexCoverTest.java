package parlance.testing.queries;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class IndexCoverTest {

    private static final String PLACES = "{cid: 1, seq: 1}";

    @Test
    void anIndexServesAFilterThatItBeginsWith() {
        assertThat(serves(PLACES, "{cid: 7, live: true}", "{}")).isTrue();
        assertThat(serves(PLACES, "{cid: {$in: [7, 8]}}", "{}")).isTrue();
        assertThat(serves(PLACES, "{seq: 7}", "{}")).isFalse();
        assertThat(serves(PLACES, "{cid: {$ne: 7}}", "{}")).isFalse();
        assertThat(serves(PLACES, "{cid: /a/}", "{}")).isFalse();
        assertThat(serves(PLACES, "{}", "{}")).isFalse();
    }

    @Test
    void aSortFollowsWhatIsEqual() {
        assertThat(serves(PLACES, "{cid: 7}", "{seq: -1}")).isTrue();
        assertThat(serves(PLACES, "{cid: {$gt: 7}}", "{seq: -1}")).isFalse();
        assertThat(serves(PLACES, "{cid: 7}", "{at: 1}")).isFalse();
        assertThat(serves("{cid: 1, at: 1, seq: 1}", "{cid: 7}", "{at: 1, seq: 1}")).isTrue();
        assertThat(serves("{cid: 1, at: 1, seq: 1}", "{cid: 7}", "{at: 1, seq: -1}")).isFalse();
        assertThat(serves("{cid: 1, at: 1, seq: 1}", "{cid: 7}", "{seq: 1}")).isFalse();
    }

    @Test
    void aRangeNeedsTheFirstFieldThatIsNotEqual() {
        assertThat(serves("{at: 1}", "{at: {$gt: 7}}", "{}")).isTrue();
        assertThat(serves(PLACES, "{seq: {$gt: 7}}", "{}")).isFalse();
    }

    @Test
    void idsAreFoundOneByOne() {
        assertThat(serves("{_id: 1}", "{_id: {$in: [1, 2]}, cid: 7}", "{seq: 1}")).isTrue();
        assertThat(serves("{_id: 1}", "{cid: 7}", "{}")).isFalse();
        assertThat(serves("{_id: 1}", "{_id: {$gt: 7}}", "{}")).isTrue();
        assertThat(serves("{_id: 1}", "{}", "{_id: 1}")).isTrue();
        assertThat(serves("{_id: 1}", "{}", "{seq: 1}")).isFalse();
    }

    private static boolean serves(String index, String filter, String sort) {
        return IndexCover.of(BsonDocument.parse(index))
                .serves(new Query("c", BsonDocument.parse(filter), BsonDocument.parse(sort)));
    }
}
