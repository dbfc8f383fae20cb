using Simulator.ControlPlane.Controllers.AttachDetach;

namespace Simulator.World.Nodes.Runs;

/// <summary>One volume of one pod on its way to being mounted.</summary>
internal sealed class VolumeMount(AttachableVolume? disk)
{
    /// <summary>Null: a share of the network, which needs no attaching.</summary>
    public AttachableVolume? Disk => disk;

    public bool IsMounted { get; set; }

    /// <summary>A try is under way or set.</summary>
    public bool IsTrying { get; set; }

    /// <summary>It counts among the volumes that the node uses.</summary>
    public bool IsInUse { get; set; }

    /// <summary>In a row.</summary>
    public int Failures { get; set; }
}
