package parlance.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DuplicateKeyTest {

    private static final int DUPLICATE = 11000;
    private static final int TOO_LARGE = 10334;
    private static final BsonDocument NO_DETAILS = new BsonDocument();

    @Test
    void aTakenKeyIsToldFromEveryOtherFailure() {
        assertThat(DuplicateKey.isCauseOf(write(DUPLICATE))).isTrue();
        assertThat(DuplicateKey.isCauseOf(write(TOO_LARGE))).isFalse();
        assertThat(DuplicateKey.isCauseOf(new MongoTimeoutException("no server"))).isFalse();
    }

    @Test
    void findAndModifyMeetsTakenKeysToo() {
        var answer = BsonDocument.parse("{ok: 0, code: 11000, errmsg: 'duplicate key'}");

        assertThat(DuplicateKey.isCauseOf(new MongoCommandException(answer, new ServerAddress())))
                .isTrue();
    }

    @Test
    void aBulkFailedForTakenKeysOnlyIfEveryFailedWriteDid() {
        assertThat(DuplicateKey.isCauseOf(bulk(null, DUPLICATE, DUPLICATE))).isTrue();
        assertThat(DuplicateKey.isCauseOf(bulk(null, DUPLICATE, TOO_LARGE))).isFalse();
    }

    @Test
    void aBulkThatWasNotReplicatedFailedForMore() {
        var notReplicated = new WriteConcernError(64, "WriteConcernTimeout", "late", NO_DETAILS);

        assertThat(DuplicateKey.isCauseOf(bulk(notReplicated, DUPLICATE))).isFalse();
        assertThat(new MongoFailures().areTransient(bulk(notReplicated, DUPLICATE))).isTrue();
    }

    private static MongoWriteException write(int code) {
        return new MongoWriteException(
                new WriteError(code, "refused", NO_DETAILS), new ServerAddress(), Set.of());
    }

    private static MongoBulkWriteException bulk(@Nullable WriteConcernError concern, int... codes) {
        var errors = new java.util.ArrayList<BulkWriteError>();
        for (var code : codes) {
            errors.add(new BulkWriteError(code, "refused", NO_DETAILS, errors.size()));
        }
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.copyOf(errors),
                concern,
                new ServerAddress(),
                Set.of());
    }
}
