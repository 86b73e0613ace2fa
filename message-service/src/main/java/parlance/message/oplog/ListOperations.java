package parlance.message.oplog;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.ErrorCode;
import parlance.contracts.Json;
import parlance.contracts.RawJson;
import parlance.contracts.Route;
import parlance.contracts.UserId;
import parlance.kit.Command;
import parlance.kit.HandlerResult;
import parlance.kit.HandlesRoute;
import parlance.kit.Rejection;
import parlance.kit.RequestHandler;

/** What the caller missed, oldest first; the next page begins after the last {@code created_at}. */
@Singleton
@HandlesRoute(Route.OP_LOG_LIST)
final class ListOperations implements RequestHandler<ListOperations.Request> {

    private static final int PAGE = 100;

    record Request(@JsonProperty("created_at") @Nullable RawJson createdAt) {}

    /** Both bounds are strict. */
    record Times(
            @JsonProperty("gt") @Nullable Instant after,
            @JsonProperty("lt") @Nullable Instant before) {}

    private record Page(@JsonProperty("logs") List<Log> logs) {}

    private record Log(
            @JsonProperty("_id") long number,
            @JsonProperty("user_id") UserId userId,
            @JsonProperty("packet") RawJson packet,
            @JsonProperty("created_at") Instant loggedAt) {

        static Log of(Operation operation) {
            return new Log(
                    operation.number(),
                    operation.userId(),
                    operation.packet(),
                    operation.loggedAt());
        }
    }

    private final OperationStore operations;

    ListOperations(OperationStore operations) {
        this.operations = operations;
    }

    @Override
    public HandlerResult handle(Command<Request> command) {
        var times = timesIn(command.request().createdAt());
        var page = operations.page(command.caller().userId(), times.after(), times.before(), PAGE);
        return HandlerResult.reply(new Page(page.stream().map(Log::of).toList()));
    }

    private static Times timesIn(@Nullable RawJson createdAt) {
        if (createdAt == null || !createdAt.text().startsWith("{")) {
            throw new Rejection(ErrorCode.LOG_TIMESTAMP_MISSED);
        }
        var times = read(createdAt);
        if (times.after() == null && times.before() == null) {
            throw new Rejection(ErrorCode.LOG_TIMESTAMP_MISSED);
        }
        return times;
    }

    private static Times read(RawJson createdAt) {
        try {
            return Json.read(createdAt.text(), Times.class);
        } catch (UncheckedIOException notTimes) {
            throw new Rejection(ErrorCode.LOG_TIMESTAMP_MISSED);
        }
    }
}
