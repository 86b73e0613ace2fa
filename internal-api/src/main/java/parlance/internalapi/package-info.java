/**
 * What services ask each other over HTTP. Each service has one interface here: its resource
 * implements it, and the services that call it inject it as a REST client. Who calls whom is drawn
 * in docs/architecture.md and forms no circle.
 */
@NullMarked
package parlance.internalapi;

import org.jspecify.annotations.NullMarked;
