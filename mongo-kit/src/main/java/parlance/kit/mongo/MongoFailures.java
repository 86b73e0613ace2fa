package parlance.kit.mongo;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteConcernException;
import java.util.Set;
import parlance.kit.loop.StoreFailures;

/**
 * The one place that tells an outage of MongoDB from data that it refuses. Every failure that is
 * not known to come from the data is an outage: a full disk, a missing right, a shutdown or a code
 * that this class does not know is waited for, because a command that is given up is lost to its
 * recipients, while a command that waits is not.
 */
public final class MongoFailures implements StoreFailures {

    /** The server's codes for a value, a query or a document that no later attempt makes valid. */
    private static final Set<Integer> DATA_ERRORS =
            Set.of(
                    2, // BadValue
                    9, // FailedToParse
                    14, // TypeMismatch
                    15, // Overflow
                    16, // InvalidLength
                    22, // InvalidBSON
                    28, // PathNotViable
                    40, // ConflictingUpdateOperators
                    52, // DollarPrefixedFieldName
                    53, // InvalidIdField
                    54, // NotSingleValueField
                    56, // EmptyFieldName
                    57, // DottedFieldName
                    66, // ImmutableField
                    121, // DocumentValidationFailure
                    292, // QueryExceededMemoryLimitNoDiskUseAllowed
                    10334, // BSONObjectTooLarge
                    17280, // KeyTooLong
                    17419, // the document would be too large after the update
                    17420, // the document would be too large after the replacement
                    51091); // an invalid regular expression

    @Override
    public boolean areTransient(Throwable failure) {
        return failure instanceof MongoException mongo && !isCausedByData(mongo);
    }

    private static boolean isCausedByData(MongoException failure) {
        return switch (failure) {
            case MongoWriteConcernException _ -> false;
            case MongoBulkWriteException bulk ->
                    bulk.getWriteConcernError() == null
                            && !bulk.getWriteErrors().isEmpty()
                            && bulk.getWriteErrors().stream()
                                    .allMatch(error -> isDataError(error.getCode()));
            default ->
                    !failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                            && isDataError(failure.getCode());
        };
    }

    private static boolean isDataError(int code) {
        return DATA_ERRORS.contains(code) || DuplicateKey.isCode(code);
    }
}
