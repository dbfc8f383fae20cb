using Simulator.ControlPlane.Versions;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Generators;

/// <summary>What the cloud knows of disks, and how fast it is: usual times, slow ones, few disks a machine.</summary>
internal static class DrawnStorage
{
    public static StorageOptions Options(Dice dice)
    {
        var options = new StorageOptions
        {
            Class = dice.Of(DiskClass.Hdd, DiskClass.Ssd),
            AttachMax = dice.Chance(0.25) ? dice.Between(1, 4) : null,
        };
        return dice.Chance(0.7) ? options : options with
        {
            Provision = dice.Lasting(1, 60),
            Delete = dice.Lasting(1, 60),
            Attach = dice.Lasting(1, 90),
            Detach = dice.Lasting(1, 90),
            Mount = dice.Lasting(1, 20),
        };
    }

    /// <summary>No provider is drawn among the flags.</summary>
    public static CloudKind Cloud(Dice dice) => dice.Of(CloudKind.Gce, CloudKind.Gce, CloudKind.Aws);
}
