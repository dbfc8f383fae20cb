namespace Simulator.World.Traffic;

/// <summary>Proxies that were cut off from the API server at the same state of knowledge: they go on with what they know.</summary>
internal sealed class FrozenFollower(TrafficRouter router) : Follower(router, router.Addresses.ForProxies)
{
    protected override TimeSpan? LearnsAt(TimeSpan committed) => null;

    protected override bool Knows(TimeSpan committed) => false;
}
