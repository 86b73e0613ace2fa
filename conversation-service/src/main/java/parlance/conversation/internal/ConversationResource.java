package parlance.conversation.internal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.util.List;
import parlance.contracts.ConversationId;
import parlance.conversation.directory.DirectoryResource;
import parlance.conversation.directory.MembershipResource;
import parlance.conversation.listing.ConversationPages;
import parlance.internalapi.conversation.Candidate;
import parlance.internalapi.conversation.CandidatesQuery;
import parlance.internalapi.conversation.ConversationApi;
import parlance.internalapi.conversation.ConversationDetails;
import parlance.internalapi.conversation.Membership;
import parlance.internalapi.conversation.MembershipQuery;
import parlance.internalapi.conversation.ShownConversation;
import parlance.internalapi.conversation.ShownQuery;
import parlance.kit.directory.DirectoryConversation;

/** Hands each call of another service to the feature that answers it. */
@Singleton
@RunOnVirtualThread
public final class ConversationResource implements ConversationApi {

    private final DirectoryResource directory;
    private final MembershipResource memberships;
    private final ConversationPages pages;

    ConversationResource(
            DirectoryResource directory, MembershipResource memberships, ConversationPages pages) {
        this.directory = directory;
        this.memberships = memberships;
        this.pages = pages;
    }

    @Override
    public DirectoryConversation refill(ConversationId id) {
        return directory.refill(id);
    }

    @Override
    public List<Membership> findMemberships(MembershipQuery query) {
        return memberships.find(query);
    }

    @Override
    public List<Candidate> findCandidates(CandidatesQuery query) {
        return pages.findCandidates(query);
    }

    @Override
    public List<ShownConversation> findShown(ShownQuery query) {
        return pages.findShown(query);
    }

    @Override
    public ConversationDetails findDetails(ConversationId id) {
        return pages.findDetails(id);
    }
}
