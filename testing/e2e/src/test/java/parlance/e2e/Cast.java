package parlance.e2e;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import parlance.local.launcher.Suite;

/** The people of one story. They spread over the gateways, and go when the story ends. */
final class Cast implements AutoCloseable {

    private final URI door;
    private final List<URI> gateways;
    private final List<Person> people = new ArrayList<>();
    private final AtomicInteger next = new AtomicInteger();

    private Cast(URI door, List<URI> gateways) {
        this.door = door;
        this.gateways = gateways;
    }

    /** Everybody comes in at the front door. */
    static Cast of(Suite suite) {
        return new Cast(suite.frontDoor(), List.of(suite.frontDoor()));
    }

    /** Everybody comes in at the next gateway. */
    static Cast spreadOver(Suite suite) {
        var gateways = suite.runningReplicas("gateway").stream().map(suite::http).toList();
        return new Cast(suite.frontDoor(), gateways);
    }

    /** A new account, whose login begins with this name. */
    Person enters(String name) {
        return entersAt(name, nextGateway());
    }

    Person entersAt(String name, URI gateway) {
        var login = name + "-" + UUID.randomUUID().toString().substring(0, 13);
        var person = Person.signUp(login, door, gateway);
        people.add(person);
        return person;
    }

    URI nextGateway() {
        return gateways.get(next.getAndIncrement() % gateways.size());
    }

    @Override
    public void close() {
        people.forEach(Person::close);
    }
}
