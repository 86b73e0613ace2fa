package parlance.kit;

import java.util.List;

/**
 * Answers one kind of request by the batch: all that has come in of one partition, in order, so
 * that one look-up and one write serve them all. The contract is that of {@link RequestHandler},
 * but a refusal is an {@link HandlerResult#rejected}, not an exception.
 *
 * @param <R> the request's shape: a record with validation constraints
 */
public interface BatchHandler<R> {

    /** One result for each command, in the same order. */
    List<HandlerResult> handle(List<Command<R>> commands);
}
