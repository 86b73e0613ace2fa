package parlance.kit.mongo;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/** Tells a unique key that was taken already from every other failure of a write. */
public final class DuplicateKey {

    private DuplicateKey() {}

    /**
     * Whether duplicate keys, and nothing else, kept the write or some writes of a bulk from being
     * done.
     */
    public static boolean isCauseOf(MongoException failure) {
        return switch (failure) {
            case MongoBulkWriteException bulk ->
                    bulk.getWriteConcernError() == null
                            && bulk.getWriteErrors().stream()
                                    .allMatch(error -> isCode(error.getCode()));
            default -> isCode(failure.getCode());
        };
    }

    /** Whether the server means a duplicate key by {@code code}. */
    static boolean isCode(int code) {
        return ErrorCategory.fromErrorCode(code) == ErrorCategory.DUPLICATE_KEY;
    }
}
