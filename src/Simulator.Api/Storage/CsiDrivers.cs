namespace Simulator.Api;

/// <summary>Storage drivers whose volumes are disks of a cloud that is simulated.</summary>
public static class CsiDrivers
{
    /// <summary>Persistent disks of Google.</summary>
    public const string Gce = "pd.csi.storage.gke.io";

    /// <summary>Elastic block store of Amazon.</summary>
    public const string Aws = "ebs.csi.aws.com";

    public static bool IsOfDisks(string driver) => driver is Gce or Aws;

    /// <summary>The disk of a volume; null if its driver has none.</summary>
    public static string? DiskOf(CsiVolume? volume) => volume is not null && IsOfDisks(volume.Driver) ? volume.Handle : null;
}
