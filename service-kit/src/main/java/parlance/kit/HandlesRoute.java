package parlance.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import parlance.contracts.Route;

/**
 * Names the request, or requests of one shape, that a {@link RequestHandler} or {@link
 * BatchHandler} answers.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface HandlesRoute {
    Route[] value();
}
