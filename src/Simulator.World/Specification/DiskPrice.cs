namespace Simulator.World.Specification;

/// <summary>What disks cost, with where that comes from: prices change.</summary>
/// <param name="HddPerGigabyteMonth">US dollars.</param>
/// <param name="Source">Date and place.</param>
public sealed record DiskPrice(double HddPerGigabyteMonth, double SsdPerGigabyteMonth, string Source)
{
    /// <summary>As the providers count it.</summary>
    public const double HoursOfAMonth = 730;

    /// <summary>US dollars for an hour of a disk.</summary>
    public double PerHour(DiskClass kind, double gigabytes) =>
        (kind == DiskClass.Ssd ? SsdPerGigabyteMonth : HddPerGigabyteMonth) * gigabytes / HoursOfAMonth;
}
