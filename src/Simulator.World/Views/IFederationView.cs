using Simulator.World.ApiServer;
using Simulator.World.Dns;
using Simulator.World.Specification;

namespace Simulator.World.Views;

/// <summary>A federation for those who look on.</summary>
public interface IFederationView
{
    FederationSpec Spec { get; }

    /// <summary>Of its own API server.</summary>
    IStoredObjects Store { get; }

    IFederatedRecords Records { get; }
}
