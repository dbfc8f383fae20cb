using Simulator.World.Federation;

namespace Simulator.World.Outages;

/// <summary>Its API server and its controller manager stop. Clusters and DNS go on as they are.</summary>
internal sealed class FederationDown(SimulatedFederation federation) : IClusterTrouble
{
    public void Begin(Occurrence occurrence)
    {
        foreach (var program in federation.Programs) federation.Stop(program, occurrence.Spec.Kind.ToString());
    }

    public void End(Occurrence occurrence)
    {
        foreach (var program in federation.Programs) federation.Start(program);
    }
}
