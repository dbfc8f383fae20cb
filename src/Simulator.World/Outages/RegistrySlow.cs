namespace Simulator.World.Outages;

/// <summary>Image pulls take so many times as long.</summary>
internal sealed class RegistrySlow : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => occurrence.Cluster.Registry.SlowDown(occurrence.Spec.Factor);

    public void End(Occurrence occurrence) => occurrence.Cluster.Registry.Recover(occurrence.Spec.Factor);
}
