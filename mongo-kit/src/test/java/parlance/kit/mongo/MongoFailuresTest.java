package parlance.kit.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoClientException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoCredential;
import com.mongodb.MongoCursorNotFoundException;
import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketReadException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.BsonString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import parlance.kit.loop.TransientFailure;

class MongoFailuresTest {

    private static final ServerAddress SERVER = new ServerAddress();
    private static final int DUPLICATE = 11000;
    private static final int OUT_OF_DISK_SPACE = 14031;

    static RuntimeException[] outages() {
        var notReplicated =
                new WriteConcernError(64, "WriteConcernTimeout", "", new BsonDocument());
        return new RuntimeException[] {
            new MongoTimeoutException("no server"),
            new MongoSocketReadException("reset", SERVER),
            new MongoClientException("the client is in trouble"),
            new MongoSecurityException(credential(), "the password is being changed"),
            new MongoInterruptedException("interrupted", new InterruptedException()),
            new MongoNotPrimaryException(new BsonDocument(), SERVER),
            new MongoCursorNotFoundException(1, new BsonDocument(), SERVER),
            new MongoWriteConcernException(notReplicated, null, SERVER, Set.of()),
            new MongoException("of no code"),
            new MongoException(987_654, "of a later server"),
            bulk(),
            bulk(OUT_OF_DISK_SPACE),
            bulk(DUPLICATE, OUT_OF_DISK_SPACE)
        };
    }

    static RuntimeException[] mistakes() {
        return new RuntimeException[] {
            new IllegalStateException("ours"),
            new BsonMaximumSizeExceededException("larger than 16 MiB"),
            bulk(DUPLICATE, 10334)
        };
    }

    @ParameterizedTest
    @MethodSource("outages")
    void everyFailureOfTheDriverIsAnOutageUnlessTheDataCausedIt(RuntimeException failure) {
        assertThat(TransientFailure.isOurs(failure)).isTrue();
    }

    /**
     * HostUnreachable, Unauthorized, AuthenticationFailed, IllegalOperation, NamespaceNotFound,
     * ExceededTimeLimit, LockBusy, ShutdownInProgress, WriteConflict,
     * FailedToSatisfyReadPreference, InterruptedDueToReplStateChange, InterruptedAtShutdown,
     * Interrupted, OutOfDiskSpace, and the internal errors that a server reports as 8
     * (UnknownError), 1 (InternalError) and 96.
     */
    @ParameterizedTest
    @ValueSource(
            ints = {6, 13, 18, 20, 26, 262, 46, 91, 112, 133, 11602, 11600, 11601, 14031, 8, 1, 96})
    void aServerThatCannotServeIsAnOutageInACommandAndInAWrite(int code) {
        assertThat(TransientFailure.isOurs(command(code))).isTrue();
        assertThat(TransientFailure.isOurs(write(code))).isTrue();
    }

    /** BadValue, FailedToParse, TypeMismatch, Overflow, DocumentValidationFailure and the sizes. */
    @ParameterizedTest
    @ValueSource(
            ints = {2, 9, 14, 15, 52, 66, 121, 10334, 11000, 11001, 12582, 17280, 17419, 51091})
    void dataThatTheServerRefusesIsNoOutage(int code) {
        assertThat(TransientFailure.isOurs(command(code))).isFalse();
        assertThat(TransientFailure.isOurs(write(code))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void whatWaitingDoesNotHealIsNone(RuntimeException failure) {
        assertThat(TransientFailure.isOurs(failure)).isFalse();
        assertThat(TransientFailure.isAnothers(failure)).isFalse();
    }

    private static MongoCredential credential() {
        return MongoCredential.createCredential("service", "admin", "secret".toCharArray());
    }

    private static MongoCommandException command(int code) {
        var response =
                new BsonDocument("ok", new BsonInt32(0))
                        .append("code", new BsonInt32(code))
                        .append("errmsg", new BsonString("refused"));
        return new MongoCommandException(response, SERVER);
    }

    private static MongoWriteException write(int code) {
        return new MongoWriteException(
                new WriteError(code, "refused", new BsonDocument()), SERVER, Set.of());
    }

    private static MongoBulkWriteException bulk(int... codes) {
        var errors =
                IntStream.range(0, codes.length)
                        .mapToObj(i -> new BulkWriteError(codes[i], "", new BsonDocument(), i))
                        .toList();
        return new MongoBulkWriteException(
                BulkWriteResult.acknowledged(0, 0, 0, 0, List.of(), List.of()),
                errors,
                null,
                SERVER,
                Set.of());
    }
}
