using Simulator.World.Nodes.Images;

namespace Simulator.World.Outages;

/// <summary>Image pulls fail.</summary>
internal sealed class RegistryDown(ImageRegistry registry) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => registry.GoDown();

    public void End(Occurrence occurrence) => registry.ComeUp();
}
