using Simulator.World.Cloud;

namespace Simulator.World.Outages;

/// <summary>The cloud has no machines to give.</summary>
internal sealed class OutOfStock(ICloudLevers cloud) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => cloud.RunOut();

    public void End(Occurrence occurrence) => cloud.Restock();
}
