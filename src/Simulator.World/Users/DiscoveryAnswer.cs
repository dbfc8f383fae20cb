using Simulator.Api;

namespace Simulator.World.Users;

/// <summary>What DNS says of a federated service at a moment, to whom, and why.</summary>
/// <param name="At">Since the start of the run.</param>
public sealed record DiscoveryAnswer(
    ObjectKey Service, TimeSpan At, IReadOnlyList<ResolverAnswer> Resolvers, IReadOnlyList<MemberAnswer> Clusters)
{
    /// <summary>The name servers of the zone answer.</summary>
    public bool AreServersUp { get; init; } = true;
}

/// <summary>One who asks: users of a region, pods of a cluster, or a cluster's kube-dns.</summary>
/// <param name="Who">"users in us-east1", "pods of east", "kube-dns of east".</param>
/// <param name="Asks">The name; "" if nobody has to be asked.</param>
/// <param name="Why">In a few words.</param>
public sealed record ResolverAnswer(string Who, string Asks, string Why, IReadOnlyList<DnsStep> Steps)
{
    /// <summary>Clusters in the order in which they are tried, with the round trip; empty for a kube-dns.</summary>
    public IReadOnlyList<DnsTry> Tries { get; init; } = [];

    /// <summary>What they hold in truth, the current answer last; empty for a kube-dns.</summary>
    public IReadOnlyList<HeldAnswer> Held { get; init; } = [];
}

/// <param name="RoundTrip">Of the network to it.</param>
public sealed record DnsTry(string Cluster, TimeSpan RoundTrip);

/// <summary>One record on the way from a name to addresses.</summary>
/// <param name="Says">"CNAME other", "A 198.18.0.1 (east)", or "no such name".</param>
/// <param name="Since">When it became so; null: from the start.</param>
public sealed record DnsStep(string Name, string Says, TimeSpan? Since);

/// <param name="Says">Addresses with their clusters, "nothing" or "the service in the cluster".</param>
/// <param name="Share">Of the population.</param>
/// <param name="Until">When it ceased to be current; null: it is.</param>
public sealed record HeldAnswer(string Says, double Share, TimeSpan? Until);

/// <summary>A cluster as the federation's names have it, and as it is.</summary>
/// <param name="Address">Of its load balancer; "" without one.</param>
/// <param name="Ready">Ready addresses of the service by the cluster's API; null: it has no such service.</param>
/// <param name="Names">Names that lead there, from the nearest level up.</param>
public sealed record MemberAnswer(string Cluster, string Address, int? Ready, IReadOnlyList<string> Names);
