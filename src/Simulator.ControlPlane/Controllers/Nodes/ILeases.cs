using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes;

/// <summary>The leases of nodes (kube-node-lease). A host that keeps no lease objects answers by arithmetic.</summary>
public interface ILeases
{
    /// <summary>That of a node by its name, whether there is one yet or not; asked for once a name.</summary>
    ILease Of(string node);
}

/// <summary>The lease of one node.</summary>
public interface ILease
{
    /// <summary>When its kubelet last renewed it; null: there is none.</summary>
    Instant? LastRenewal(Instant now);
}

/// <summary>Nodes have no leases.</summary>
public sealed class NoLeases : ILeases, ILease
{
    public static readonly NoLeases Instance = new();

    public ILease Of(string node) => this;

    public Instant? LastRenewal(Instant now) => null;
}
