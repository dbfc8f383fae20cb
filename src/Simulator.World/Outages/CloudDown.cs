using Simulator.World.Cloud;

namespace Simulator.World.Outages;

/// <summary>The cloud's API answers nobody.</summary>
internal sealed class CloudDown(ICloudLevers cloud) : IClusterTrouble
{
    public void Begin(Occurrence occurrence) => cloud.GoDown();

    public void End(Occurrence occurrence) => cloud.ComeUp();
}
