using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>
/// The disks of the cloud under a cluster, and the pace of what is done to volumes. All times are judgement unless said otherwise: 2016
/// clouds took some seconds for each.
/// </summary>
public sealed record StorageOptions
{
    /// <summary>Disks of claims that ask for one to be made, and those that volumes name.</summary>
    public DiskClass Class { get; init; } = DiskClass.Hdd;

    /// <summary>Call to make a disk.</summary>
    public IDistribution Provision { get; init; } = new Uniform(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));

    public IDistribution Delete { get; init; } = new Uniform(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(6));

    public IDistribution Attach { get; init; } = new Uniform(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9));

    public IDistribution Detach { get; init; } = new Uniform(TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(9));

    /// <summary>Mounting a volume that has a file system, on the node.</summary>
    public IDistribution Mount { get; init; } = new Uniform(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600));

    /// <summary>Making the file system of a new disk, for each GiB: HDD.</summary>
    public TimeSpan FormatPerGibibyteHdd { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>As <see cref="FormatPerGibibyteHdd"/>: SSD.</summary>
    public TimeSpan FormatPerGibibyteSsd { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>Disks that the cloud attaches to a machine (GCE in 2016: 16; EC2: 39 beside the root, as the scheduler counts).</summary>
    public int? AttachMax { get; init; }
}

public enum DiskClass
{
    Hdd,
    Ssd,
}
