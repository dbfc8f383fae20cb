using Simulator.World.Nodes.Images;

namespace Simulator.World.Outages;

/// <summary>Image pulls take so many times as long.</summary>
internal sealed class RegistrySlow(ImageRegistry registry) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => registry.SlowDown(occurrence.Spec.Factor);

    public void End(Occurrence occurrence) => registry.Recover(occurrence.Spec.Factor);
}
