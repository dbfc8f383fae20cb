using System.Text.Json;
using Simulator.Reports.RunSets;
using Simulator.World.Specification;
using Xunit;

namespace Simulator.Tests.Reports.RunSets;

public sealed class RunSetFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    private static RunSetHeader Header =>
        new()
        {
            Scenario = "shop",
            Version = "1",
            Kubernetes = "1.3.10",
            Command = "simulator replicate shop.yaml",
            Flags = ["a 1 (default 2)"],
        };

    private static RunRow Row(int seed) => new()
    {
        Settings = [new Setting("clusters[0].nodePools[0].count", "3")],
        Seed = $"{seed}",
        Digest = "abc",
        Events = 12,
        Measures = new SortedDictionary<string, double> { ["pods.created"] = 0.1 + seed },
    };

    [Fact]
    public void Rows_come_back_as_they_were()
    {
        Write(2);
        var set = RunSetFile.Read(_path);
        Assert.Equivalent(Header, set.Header, strict: true);
        Assert.Equivalent(new[] { Row(1), Row(2) }, set.Rows, strict: true);
        Assert.Equal("clusters[0].nodePools[0].count=3", set.Rows[1].Variant);
    }

    [Fact]
    public void A_line_that_was_cut_off_is_a_run_that_did_not_finish()
    {
        Write(2);
        var bytes = File.ReadAllBytes(_path);
        File.WriteAllBytes(_path, bytes[..^5]);
        Assert.Equal(["1"], RunSetFile.Read(_path).Rows.Select(row => row.Seed));
        using (var writer = RunSetWriter.Continue(_path)) writer.Append(Row(3));
        Assert.Equal(["1", "3"], RunSetFile.Read(_path).Rows.Select(row => row.Seed));
    }

    [Fact]
    public void Damage_is_told_with_its_line()
    {
        Write(1);
        File.AppendAllText(_path, "{\"seed\": 3\n");
        Assert.StartsWith($"{_path}:3: ", Assert.Throws<JsonException>(() => RunSetFile.Read(_path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => File.Delete(_path);

    private void Write(int count)
    {
        using var writer = RunSetWriter.Create(_path, Header);
        for (var seed = 1; seed <= count; seed++) writer.Append(Row(seed));
    }
}
