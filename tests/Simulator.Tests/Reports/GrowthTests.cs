using Simulator.Reports.Summaries;
using Xunit;

namespace Simulator.Tests.Reports;

/// <summary>What people look at does not grow with the cluster: beyond some number, names are counted.</summary>
public sealed class GrowthTests : IDisposable
{
    private const int MegaByte = 1_000_000;

    private readonly string _root = Directory.CreateTempSubdirectory("growth").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Page_summary_and_pictures_are_as_large_for_twice_of_everything()
    {
        var (small, large) = (Sizes("small", 1), Sizes("large", 2));
        Assert.InRange(large["report.html"], 1, 3 * MegaByte);
        Assert.InRange(large["summary.md"], 1, MegaByte / 5);
        Assert.All(
            large.Where(file => file.Key.EndsWith(".svg", StringComparison.Ordinal)), file => Assert.InRange(file.Value, 1, MegaByte / 2));
        Assert.All(
            large.Where(file => file.Key.EndsWith(".png", StringComparison.Ordinal)), file => Assert.InRange(file.Value, 1, MegaByte));
        string[] grown = [.. small.Keys.Where(name => IsRead(name) && large[name] > (1.2 * small[name]) + 1000)];
        Assert.Empty(grown.Select(name => $"{name}: {small[name]} and {large[name]} bytes"));
    }

    [Fact]
    public void What_is_left_out_is_counted_and_said_where_it_is()
    {
        Sizes("large", 1);
        var page = File.ReadAllText(Path.Combine(_root, "large", "report.html"));
        Assert.Contains("<p>500 more: summary.json has all of them.</p>", page, StringComparison.Ordinal);
        Assert.Contains(
            "990 more: summary.json has all of them.", File.ReadAllText(Path.Combine(_root, "large", "summary.md")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void All_of_them_are_in_the_files()
    {
        Sizes("large", 1);
        var summary = SummaryJson.Read(File.ReadAllText(Path.Combine(_root, "large", "summary.json")));
        Assert.Equal((1000, 1000, 50), (summary.Workloads.Count, summary.Services.Count, summary.Zones.Count));
        Assert.Equal(1 + 1000, File.ReadLines(Path.Combine(_root, "large", "services.csv")).Count());
        Assert.Equal(1 + 2000, File.ReadLines(Path.Combine(_root, "large", "nodes.csv")).Count());
        Assert.Equal(1 + 1500, File.ReadLines(Path.Combine(_root, "large", "pods.csv")).Count());
    }

    private static bool IsRead(string name) => !name.EndsWith(".csv", StringComparison.Ordinal) && name != "summary.json";

    private Dictionary<string, long> Sizes(string name, int scale)
    {
        var folder = Path.Combine(_root, name);
        TinyRun.Write(folder, new LargeRun(scale).Record());
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => new FileInfo(file).Length);
    }
}
