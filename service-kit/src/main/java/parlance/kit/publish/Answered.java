package parlance.kit.publish;

import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Position;
import parlance.contracts.Route;
import parlance.kit.Asker;
import parlance.kit.Outcome;

/** A command with its outcome, about to be published. */
public record Answered(
        Route route,
        Position position,
        @Nullable Asker asker,
        @Nullable Caller signedIn,
        String mintedId,
        @Nullable String replyKey,
        Outcome outcome,
        Context trace) {}
