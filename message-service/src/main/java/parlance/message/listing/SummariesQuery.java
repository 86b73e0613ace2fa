package parlance.message.listing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import parlance.contracts.UserId;
import parlance.internalapi.conversation.Candidate;

/**
 * Which of these conversations moved last, and how do they stand for one reader?
 *
 * @param after only what moved later than this
 * @param before only what moved earlier than this
 * @param limit the most that are answered
 */
public record SummariesQuery(
        UserId userId,
        List<Candidate> conversations,
        @Nullable Instant after,
        @Nullable Instant before,
        int limit) {}
