namespace Simulator.ControlPlane.Versions;

/// <summary>What 1.3 does and users of today do not expect: remarks warn of it where the version still does so.</summary>
[Flags]
public enum Habits
{
    None = 0,

    /// <summary>Affinity to pods counts only under a policy that names it (algorithmprovider/defaults/defaults.go).</summary>
    IgnoresPodAffinity = 1,

    /// <summary>A controller takes all pods that it selects for its own (controller.go of replication).</summary>
    SharesPods = 2,

    /// <summary>The next pet waits until somebody has annotated the one before as initialized (pet_set_utils.go).</summary>
    WaitsForInitialization = 4,

    All = IgnoresPodAffinity | SharesPods | WaitsForInitialization,
}
