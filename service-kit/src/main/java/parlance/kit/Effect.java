package parlance.kit;

import parlance.contracts.Caller;
import parlance.contracts.Delivery;
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.ErrorBody;
import parlance.contracts.Event;
import parlance.contracts.Route;

/** One thing that a {@link HandlerResult} asks the kit to do. */
public sealed interface Effect {

    /** The answer to the request. Each result has one, and it comes first. */
    sealed interface Reply extends Effect {

        /** {@code {"response":{"id":…, …}}} around the fields of the body. */
        record Body(Object body) implements Reply {}

        /** A packet of its own shape, such as an ack. */
        record Packet(Object packet) implements Reply {}

        /** The error packet for the request. */
        record Error(ErrorBody error) implements Reply {}

        /** The route has no answer, or another service gives it. */
        record None() implements Reply {}
    }

    /** A packet for users' clients. */
    record Deliver(Delivery delivery) implements Effect {}

    /** A packet that may be dropped. */
    record DeliverEphemeral(EphemeralDelivery delivery) implements Effect {}

    /** An event for the other services. */
    record Publish(Event event) implements Effect {}

    /**
     * A command for another service, in the name of the caller; that service gives the answer.
     *
     * @param key what it is ordered by there
     */
    record Forward(Route route, String key, Object request) implements Effect {}

    /** A field of the reply that travels encrypted to the gateway. */
    record Secret(String field, Object value) implements Effect {}

    /** What the reply does to the session of the connection that asked; the last one counts. */
    sealed interface Binding extends Effect {

        /** The connection is this caller's from now on. */
        record Bind(Caller caller) implements Binding {}

        /** Nobody is signed in on the connection from now on. */
        record Unbind() implements Binding {}
    }
}
