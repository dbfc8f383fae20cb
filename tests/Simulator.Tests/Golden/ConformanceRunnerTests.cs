using System.IO.Compression;
using Simulator.Scenarios.Conformance;
using Xunit;

namespace Simulator.Tests.Golden;

public sealed class ConformanceRunnerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("conformance").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Counts_by_kind_and_shows_the_first_differences()
    {
        Write("token-bucket.jsonl", Bucket("right", accepted: "true") + "\n" + Bucket("wrong", accepted: "false") + "\n");
        var result = Assert.Single(ConformanceRunner.Run([_folder]));
        Assert.Equal("token-bucket: 1 of 2 identical", result.ToString());
        Assert.Equal(["wrong: at 5 ms: accepted, recorded otherwise"], result.FirstDifferences);
        Assert.False(result.IsPerfect);
    }

    [Fact]
    public void The_kind_field_stands_before_the_name_of_the_file()
    {
        Write(
            "one.json",
            Bucket("right", accepted: "true").Replace("{\"id\"", "{\"kind\":\"token-bucket\",\"id\"", StringComparison.Ordinal));
        Assert.True(Assert.Single(ConformanceRunner.Run([_folder])).IsPerfect);
    }

    [Fact]
    public void A_kind_that_cannot_be_replayed_is_named()
    {
        using (var file = new GZipStream(File.Create(Path.Combine(_folder, "kubectl-exchange.jsonl.gz")), CompressionLevel.Fastest))
        {
            file.Write("{\"id\":\"x\"}\n"u8);
        }
        var result = Assert.Single(ConformanceRunner.Run([Path.Combine(_folder, "kubectl-exchange.jsonl.gz")]));
        Assert.Equal("kubectl-exchange: not replayed, no kind of that name is known", result.ToString());
        Assert.False(result.IsPerfect);
    }

    [Theory]
    [InlineData("drain.json", """{"run":"drain","marks":{"create":-1}}""", "drain: not replayed, a whole cluster, measured: the table of")]
    [InlineData("drain.kubectl.json", """[[0.4,"node/a cordoned"]]""", "drain.kubectl: not replayed, what a command printed")]
    public void A_measured_run_says_what_holds_it(string name, string text, string expected)
    {
        Write(name, text);
        Assert.StartsWith(expected, Assert.Single(ConformanceRunner.Run([_folder])).ToString(), StringComparison.Ordinal);
    }

    private static string Bucket(string id, string accepted) =>
        $$"""{"id":"{{id}}","qps":1,"burst":1,"createdAtMs":0,"tryAccept":[{"tMs":5,"accepted":{{accepted}}}]}""";

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
