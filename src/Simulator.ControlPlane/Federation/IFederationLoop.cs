using Simulator.Api;
using Simulator.ControlPlane.Hosting;

namespace Simulator.ControlPlane.Federation;

/// <summary>A controller of a federation: its own API server is the federation's, and it also follows objects of the members.</summary>
public interface IFederationLoop : IControlLoop
{
    /// <summary>Kinds whose watch events in the members are to be delivered, from a <see cref="WatchMemberRequest"/> on.</summary>
    IReadOnlyList<string> MemberWatches { get; }

    void DeliverFrom(string member, in WatchEvent watchEvent, Instant now);

    /// <summary>All that was there when the watch began has been delivered.</summary>
    void HasListed(string member, Instant now);

    /// <summary>False: the event would change nothing, and is not sent.</summary>
    bool WantsFrom(string member, in WatchEvent watchEvent) => true;
}
