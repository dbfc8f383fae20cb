using Simulator.World.ApiServer;
using Simulator.World.Dns;
using Simulator.World.Federation;
using Simulator.World.Specification;
using Simulator.World.Views;

namespace Simulator.World.Running;

/// <summary>A federation as onlookers see it.</summary>
internal sealed class FederationView(SimulatedFederation federation) : IFederationView
{
    public FederationSpec Spec => federation.Spec;

    public IStoredObjects Store => federation.Store;

    public IFederatedRecords Records => federation.Records;
}
