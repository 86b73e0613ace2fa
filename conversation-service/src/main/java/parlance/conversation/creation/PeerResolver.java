package parlance.conversation.creation;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import parlance.contracts.Caller;
import parlance.contracts.ErrorCode;
import parlance.contracts.UserId;
import parlance.internalapi.user.UserLookup;
import parlance.kit.Rejection;

/** Finds the other one of a direct conversation in what the client says. */
@Singleton
final class PeerResolver {

    private static final int TWO = 2;

    private final UserLookup userLookup;

    PeerResolver(UserLookup userLookup) {
        this.userLookup = userLookup;
    }

    /**
     * @throws Rejection unless there is exactly one, who exists and is not the caller
     */
    UserId find(Caller caller, CreateConversation.Request request) {
        var named = request.opponentId();
        var asked = new ArrayList<>(request.invited());
        if (named != null) {
            asked.add(named);
        }
        var known = new HashSet<>(userLookup.findExisting(caller.organizationId(), asked));
        var invited = request.invited().stream().filter(known::contains).distinct().toList();
        var others = invited.stream().filter(id -> !id.equals(caller.userId())).toList();
        if (invited.size() > TWO || others.size() == TWO) {
            throw new Rejection(ErrorCode.TOO_MANY_USERS_IN_PRIVATE);
        }
        var opponent = named == null ? pick(caller, invited, others) : named;
        if (opponent.equals(caller.userId())) {
            throw new Rejection(ErrorCode.INCORRECT_USER);
        }
        if (!known.contains(opponent)) {
            throw new Rejection(ErrorCode.OPPONENT_NOT_FOUND);
        }
        return opponent;
    }

    private static UserId pick(Caller caller, List<UserId> invited, List<UserId> others) {
        if (!others.isEmpty()) {
            return others.getFirst();
        }
        if (invited.isEmpty()) {
            throw new Rejection(ErrorCode.OPPONENT_NOT_FOUND);
        }
        return caller.userId();
    }
}
