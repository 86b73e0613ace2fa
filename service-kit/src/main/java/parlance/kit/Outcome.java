package parlance.kit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Delivery;
import parlance.contracts.ErrorCode;
import parlance.contracts.Event;
import parlance.contracts.Failure;
import parlance.contracts.LightDelivery;
import parlance.contracts.Route;

/**
 * What a handler returns instead of sending it: the answer, packets for clients, events and
 * commands for other services. The kit sends all of it before the command counts as done, the
 * answer first.
 */
public record Outcome(
        Reply reply,
        List<Delivery> deliveries,
        List<LightDelivery> lights,
        List<Event> events,
        List<Forward> forwards,
        Map<String, Object> secrets,
        Binding binding) {

    /** The answer to whoever asked. */
    public sealed interface Reply {
        /** {@code {"response":{"id":…, …}}} around the fields of the body. */
        record Body(Object body) implements Reply {}

        /** A packet of its own shape, such as an ack. */
        record Packet(Object packet) implements Reply {}

        record Error(Failure failure) implements Reply {}

        /** The route has no answer, or another service will give it. */
        record None() implements Reply {}
    }

    /** What the reply does to the session of the connection that asked. */
    public sealed interface Binding {
        record Unchanged() implements Binding {}

        /** The connection is this caller's from now on. */
        record BindTo(Caller caller) implements Binding {}

        /** The connection is nobody's from now on. */
        record Unbind() implements Binding {}
    }

    /**
     * A command for another service, in the name of whoever asked; that service gives the answer.
     *
     * @param key what it is ordered by there
     */
    public record Forward(Route route, String key, Object request) {}

    private record Success(boolean success) {}

    /** Answers with the fields of {@code body}. */
    public static Outcome reply(Object body) {
        return of(new Reply.Body(body));
    }

    /** Answers {@code "success":true}. */
    public static Outcome success() {
        return reply(new Success(true));
    }

    /** Answers with a packet of its own shape. */
    public static Outcome packet(Object packet) {
        return of(new Reply.Packet(packet));
    }

    public static Outcome rejected(ErrorCode code) {
        return rejected(code.failure());
    }

    public static Outcome rejected(Failure failure) {
        return of(new Reply.Error(failure));
    }

    /** No answer from here. */
    public static Outcome silent() {
        return of(new Reply.None());
    }

    private static Outcome of(Reply reply) {
        return new Outcome(
                reply,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Binding.Unchanged());
    }

    public Outcome deliver(Delivery delivery) {
        return new Outcome(
                reply, with(deliveries, delivery), lights, events, forwards, secrets, binding);
    }

    /** See {@link LightDelivery}. */
    public Outcome deliver(LightDelivery light) {
        return new Outcome(
                reply, deliveries, with(lights, light), events, forwards, secrets, binding);
    }

    public Outcome publish(Event event) {
        return new Outcome(
                reply, deliveries, lights, with(events, event), forwards, secrets, binding);
    }

    /** See {@link Forward}. */
    public Outcome forward(Route route, String key, Object request) {
        return new Outcome(
                reply,
                deliveries,
                lights,
                events,
                with(forwards, new Forward(route, key, request)),
                secrets,
                binding);
    }

    /** A field of the reply that nobody but the gateway may read. */
    public Outcome secret(String field, @Nullable Object value) {
        var more = new HashMap<String, Object>(secrets);
        if (value != null) {
            more.put(field, value);
        }
        return new Outcome(reply, deliveries, lights, events, forwards, Map.copyOf(more), binding);
    }

    /** Signs the connection in before the reply is written to it. */
    public Outcome bind(Caller caller) {
        return new Outcome(
                reply, deliveries, lights, events, forwards, secrets, new Binding.BindTo(caller));
    }

    /** Signs the connection out before the reply is written to it. */
    public Outcome unbind() {
        return new Outcome(
                reply, deliveries, lights, events, forwards, secrets, new Binding.Unbind());
    }

    private static <T> List<T> with(List<T> list, T more) {
        var longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
