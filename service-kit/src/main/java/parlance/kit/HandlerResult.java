package parlance.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import parlance.contracts.Caller;
import parlance.contracts.Delivery;
import parlance.contracts.EphemeralDelivery;
import parlance.contracts.ErrorBody;
import parlance.contracts.ErrorCode;
import parlance.contracts.Event;
import parlance.contracts.Route;

/**
 * What a handler returns instead of sending it: the effects of a command or an event. The kit
 * carries all of them out before the command counts as done: the reply first, then deliveries,
 * events and forwards, each kind in the order of the list.
 *
 * @param effects the reply, and what follows from it
 */
public record HandlerResult(List<Effect> effects) {

    private record Success(boolean success) {}

    public HandlerResult {
        if (effects.isEmpty() || !(effects.getFirst() instanceof Effect.Reply)) {
            throw new IllegalArgumentException("a result begins with its reply");
        }
        effects = List.copyOf(effects);
    }

    /** Answers with the fields of {@code body}. */
    public static HandlerResult reply(Object body) {
        return of(new Effect.Reply.Body(body));
    }

    /** Answers {@code "success":true}. */
    public static HandlerResult success() {
        return reply(new Success(true));
    }

    /** Answers with a packet of its own shape. */
    public static HandlerResult packet(Object packet) {
        return of(new Effect.Reply.Packet(packet));
    }

    /** Answers with an error. */
    public static HandlerResult rejected(ErrorCode code) {
        return rejected(code.failure());
    }

    /** Answers with an error. */
    public static HandlerResult rejected(ErrorBody error) {
        return of(new Effect.Reply.Error(error));
    }

    /** Answers nothing: the route has no answer, or another service gives it. */
    public static HandlerResult noReply() {
        return of(new Effect.Reply.None());
    }

    private static HandlerResult of(Effect.Reply reply) {
        return new HandlerResult(List.of(reply));
    }

    /** See {@link Delivery}. */
    public HandlerResult deliver(Delivery delivery) {
        return with(new Effect.Deliver(delivery));
    }

    /** See {@link EphemeralDelivery}. */
    public HandlerResult deliver(EphemeralDelivery delivery) {
        return with(new Effect.DeliverEphemeral(delivery));
    }

    /** See {@link Event}. */
    public HandlerResult publish(Event event) {
        return with(new Effect.Publish(event));
    }

    /** See {@link Effect.Forward}. */
    public HandlerResult forward(Route route, String key, Object request) {
        return with(new Effect.Forward(route, key, request));
    }

    /** A field of the reply that only the gateway can read; without a value there is no field. */
    public HandlerResult secret(String field, @Nullable Object value) {
        return value == null ? this : with(new Effect.Secret(field, value));
    }

    /** Signs the connection in before the reply is written to it. */
    public HandlerResult bind(Caller caller) {
        return with(new Effect.Binding.Bind(caller));
    }

    /** Signs the connection out before the reply is written to it. */
    public HandlerResult unbind() {
        return with(new Effect.Binding.Unbind());
    }

    private HandlerResult with(Effect effect) {
        var more = new ArrayList<Effect>(effects.size() + 1);
        more.addAll(effects);
        more.add(effect);
        return new HandlerResult(more);
    }

    /** The answer to the request. */
    public Effect.Reply reply() {
        return (Effect.Reply) effects.getFirst();
    }

    /** The packets that are written once to each connection, in order. */
    public List<Delivery> deliveries() {
        return all(Effect.Deliver.class, Effect.Deliver::delivery);
    }

    /** The packets that may be dropped. */
    public List<EphemeralDelivery> ephemerals() {
        return all(Effect.DeliverEphemeral.class, Effect.DeliverEphemeral::delivery);
    }

    public List<Event> events() {
        return all(Effect.Publish.class, Effect.Publish::event);
    }

    public List<Effect.Forward> forwards() {
        return all(Effect.Forward.class, forward -> forward);
    }

    /** The encrypted fields of the reply, by name. */
    public Map<String, Object> secrets() {
        var secrets = new LinkedHashMap<String, Object>();
        all(Effect.Secret.class, secret -> secret)
                .forEach(secret -> secrets.put(secret.field(), secret.value()));
        return secrets;
    }

    /** What the reply does to the connection's session; null for nothing. */
    public Effect.@Nullable Binding binding() {
        var bindings = all(Effect.Binding.class, binding -> binding);
        return bindings.isEmpty() ? null : bindings.getLast();
    }

    private <E extends Effect, T> List<T> all(Class<E> kind, Function<E, T> content) {
        var found = new ArrayList<T>();
        for (var effect : effects) {
            if (kind.isInstance(effect)) {
                found.add(content.apply(kind.cast(effect)));
            }
        }
        return found;
    }
}
