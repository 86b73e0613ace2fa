package parlance.kit;

/**
 * Answers one kind of request. Commands with the same key come one after the other, others at the
 * same time, each on a virtual thread of its own: block as you like.
 *
 * <p>A command may come twice. A handler is idempotent: the second time it changes nothing and
 * returns the same result again.
 *
 * @param <R> the request's shape: a record with validation constraints
 */
public interface RequestHandler<R> {

    /**
     * @throws Rejection if the client is wrong; whatever a driver throws when a dependency is down
     *     is retried, everything else is a dead letter
     */
    HandlerResult handle(Command<R> command);
}
