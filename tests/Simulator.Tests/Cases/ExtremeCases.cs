using System.IO.Compression;
using Simulator.Api.Documents;
using Simulator.Cli.Output;
using Simulator.Engine;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Simulator.World.Observations;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary>Inputs beyond all reason: whatever is accepted ends, whatever is refused gets a sentence with its place.</summary>
public sealed class ExtremeCases
{
    [Theory]
    [InlineData("01-replay-without-nodes.yaml", ":5:40  clusters[0].nodePools[0]: the key 'count' is missing")]
    [InlineData("02-zones-refused-and-outage.yaml", ":5:5  clusters[0]: the key 'zones' is missing")]
    [InlineData("03-failure-csv-hours.yaml", "03.csv:2:1  the time '999999999' is none; allowed are")]
    [InlineData("07-petset-replicas.yaml", "m07.yaml:6:1  PetSet default/w asks for 2,147,483,647 pods; allowed are at most 2,000,000")]
    [InlineData("08-petset-replicas-in-apply.yaml", "m07.yaml:6:1  PetSet default/w asks for 2,147,483,647 pods")]
    [InlineData("10-exponential-mean-huge.yaml", ":8:32  random[0].between: 'exponential mean 256204778h' is longer than 100 years")]
    [InlineData("12-repeat-every-huge.yaml", ":8:69  outages[0].repeat.every: '256204778h' is longer than 100 years; allowed are")]
    [InlineData("13-bootDuration.yaml", ":8:34  clusters[0].calibration.bootDuration: '256204778h' is longer than 100 years")]
    [InlineData("20-random-between-1us.yaml", ":8:32  random[0].between: asks for about 769,230,769 troubles of machines in the run")]
    [InlineData("22-40-pools-of-100000.yaml", ":5:39  clusters[0].nodePools: asks for 4,000,000 nodes; allowed are at most 100,000")]
    [InlineData("23-csv-unclosed-quote.yaml", "23.csv:3:4  the quote that begins here is not closed before the end of the file")]
    public void What_is_refused_gets_one_sentence(string file, string sentence)
    {
        foreach (var verb in new[] { "validate", "run" })
        {
            var answer = CommandLine.Run(verb, Case(file));
            Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
            Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
            Assert.EndsWith("1 error, 0 remarks\n", answer.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("05-activeDeadlineSeconds.yaml")]
    [InlineData("09-duration-10us-hangs.yaml")]
    [InlineData("19-request-of-2-63.yaml")]
    [InlineData("19b-check-only.yaml")]
    public void What_is_accepted_ends_and_keeps_all_rules(string file)
    {
        using var folder = new ScratchFolder();
        var answer = CommandLine.Run("run", Case(file), "--check", "--out", folder.Path + "/out");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Equal(ExitCode.Done, CommandLine.Run("validate", Case(file)).ExitCode);
    }

    [Fact]
    public void Sums_of_requests_are_told_as_they_are_where_those_of_1_3_wrap_around()
    {
        var run = CaseRun.At(Case("19-request-of-2-63.yaml"));
        Assert.Equal(5, run.Of(ObservationKind.PodBound).Count());
        Assert.InRange(run.Summary.Measures["utilization.memory.a.end"], 5e8, 6e8);
        var remarks = CommandLine.Run("validate", Case("19-request-of-2-63.yaml")).Error;
        Assert.Contains("ask for 8,589,934,592 Gi of memory", remarks, StringComparison.Ordinal);
        Assert.Contains("asks for 8796093022208Mi of memory", remarks, StringComparison.Ordinal);
    }

    [Fact]
    public void Escape_sequences_are_written_out()
    {
        foreach (var verb in new[] { "validate", "run" })
        {
            var answer = CommandLine.Run(verb, Case("25-escape-sequences-in-kind.yaml"));
            Assert.Contains("Pod\\u001b[2J", answer.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("\u001b", answer.Error + answer.Out, StringComparison.Ordinal);
        }
    }

    /// <summary>Found by mutant 52856: keys with dots are quoted in sentences, and this one has nothing above it.</summary>
    [Fact]
    public void An_unknown_key_with_dots_at_the_top_is_told()
    {
        using var folder = new ScratchFolder();
        var file =
            folder.Write("m.yaml", "{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {ports: [{port: 80}]}, \"a.b/c\": 1}\n");
        var answer = CommandLine.Run("validate", file);
        Assert.Equal(ExitCode.Done, answer.ExitCode);
        Assert.Contains("Service 'a.b/c' (1 Service)", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_longest_duration_is_one_for_files_and_engine() => Assert.Equal(GoDuration.Longest, Microseconds.Longest);

    [Theory]
    [InlineData("1us")]
    [InlineData("100ns")]
    [InlineData("3us")]
    [InlineData("19us")]
    public void The_shortest_runs_end(string duration)
    {
        using var folder = new ScratchFolder();
        var file = folder.Write("s.yaml", File.ReadAllText(Case("09-duration-10us-hangs.yaml")).Replace("10us", duration));
        Assert.Equal(ExitCode.Done, CommandLine.Run("run", file, "--quiet", "--out", folder.Path + "/out").ExitCode);
    }

    [Theory]
    [InlineData("random: [{ per: node, between: lognormal median 876600h sigma 5, lasts: lognormal median 876600h sigma 5 }]")]
    [InlineData("random: [{ per: node, between: lognormal median 1m sigma 5, lasts: lognormal median 876600h sigma 5 }]")]
    [InlineData("outages: [{ at: 1m, for: 876600h, kind: slow-node, node: n-0001, factor: 1000000 }]")]
    [InlineData("outages: [{ at: 1m, rolling: 876600h, kind: reboot, zone: a }]")]
    [InlineData("outages: [{ at: 1m, for: 1m, kind: scheduler-down, repeat: { every: 876600h, times: 100000 } }]")]
    [InlineData("outages: [{ at: 1s, for: 1h, kind: etcd-slow, factor: 1000000, repeat: { every: 1s, times: 100 } }]")]
    [InlineData("outages: [{ after: allReady + 876600h, kind: reboot, node: n-0001 }]")]
    public void Long_times_are_never_too_long_for_a_run(string troubles)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            using var folder = new ScratchFolder();
            var file = folder.Write("s.yaml", Small + troubles + "\n");
            var answer = CommandLine.Run("run", file, "--seed", $"{seed}", "--check", "--quiet", "--out", folder.Path + "/out");
            Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        }
    }

    [Theory]
    [InlineData("outages: [{ at: 1m, for: 1m, kind: power-loss, node: n-0001 }]", "zones: [a]")]
    [InlineData("outages: [{ at: 1m, for: 1m, kind: power-loss, nodePool: n }]", "count: 2")]
    [InlineData("outages: [{ at: 1m, for: 1m, kind: power-loss, rack: a-r01 }]", "name: n,")]
    [InlineData("operations: [{ at: 1m, drain: all }]", "zones: [a]")]
    [InlineData("operations: [{ at: 1m, cordon: [n-0001, n-0002] }]", "count: 2")]
    [InlineData("operations: [{ at: 1m, label: node/n-0001, labels: { a: b } }]", "zones: [a]")]
    [InlineData("expect: [{ measure: utilization.cpu.a.end, atMost: 1 }]", "zones: [a]")]
    [InlineData("random: [{ per: rack, between: 1m }]", "count: 2")]
    public void What_was_refused_in_one_part_is_all_that_is_told_of_another(string other, string refused)
    {
        using var folder = new ScratchFolder();
        foreach (var instead in new[] { "", refused.Split(':')[0] + ": -7,", refused.Split(':')[0] + ": []," })
        {
            var text = (Small + other + "\n").Replace(refused, instead.TrimEnd(','), StringComparison.Ordinal);
            var answer = CommandLine.Run("validate", folder.Write("s.yaml", text.Replace("{ ,", "{", StringComparison.Ordinal)));
            Assert.True(answer.ExitCode == ExitCode.WrongInput, answer.Error);
            Assert.EndsWith("\n1 error, 0 remarks\n", answer.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("clusters[0].calibration.relistPeriod: '1us' asks for about 600,000,000 turns in the run", "relistPeriod: 1us")]
    [InlineData(
        "clusters[0].calibration.relistPeriod: '50us' asks for about 12,000,000 turns in the run: that takes long", "relistPeriod: 50us")]
    public void Endless_work_is_refused_and_long_work_remarked_upon(string sentence, string calibration)
    {
        using var folder = new ScratchFolder();
        var text = Small.Replace("clusters:\n  - name: c\n", $"clusters:\n  - name: c\n    calibration: {{ {calibration} }}\n");
        Assert.Contains(sentence, CommandLine.Run("validate", folder.Write("s.yaml", text)).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("t.csv:2:1  the row has 1 cell, the header names 3 columns", "time,target,duration\n1m\n")]
    [InlineData("t.csv:3:3  the row has 4 cells, the header names 3 columns", "time,target,duration\n1m,a,1m\n2m,b,1m,x\n")]
    [InlineData("t.csv:2:10  something follows the quote that ends a cell", "time,target,duration\n1m,\"n-01\"x,1m\n")]
    [InlineData("t.csv:2:4  the quote that begins here is not closed", "time,target,duration\n1m,\"n,1m\n2m,m,1m\n")]
    [InlineData("t.csv:1:1  the column 'time' comes twice", "time,target,Time\n1m,a,1m\n")]
    [InlineData("t.csv:2:1  the time '1e300' is none", "time_h,target\n1e300,a\n")]
    [InlineData("t.csv:2:1  the time '9999999h' is none", "time,target\n9999999h,a\n")]
    [InlineData("t.csv:3:1  the time '9999-01-01' is none", "time,target\n1970-01-01,a\n9999-01-01,a\n")]
    [InlineData("t.csv:2:3  the duration 'NaN' is none", "time,target,duration\n1,a,NaN\n")]
    [InlineData("t.csv:1:1  has no column for the time; its columns are \\u001b[31mwhen, who", "\u001b[31mwhen,who\n1,a\n")]
    public void Tables_are_held_to_their_form(string sentence, string table)
    {
        using var folder = new ScratchFolder();
        folder.Write("t.csv", table);
        var answer = CommandLine.Run("validate", folder.Write("s.yaml", Small + "replay: [{ file: t.csv }]\n"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay: [{ file: /dev/zero }]", "/dev/zero  this is a device; allowed are files")]
    [InlineData("machineTypes: /dev/zero", "/dev/zero  this is a device; allowed are files")]
    [InlineData("machineTypes: big.csv.gz", "big.csv.gz  the file is too long; allowed are at most 16 MiB")]
    [InlineData("replay: [{ file: big.csv.gz }]", "big.csv.gz  the file is too long; allowed are at most 16 MiB")]
    [InlineData("machineTypes: cells.csv", "cells.csv:333335:1  the file has more than 1,000,000 cells")]
    public void Tables_end(string key, string sentence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "devices are those of Linux");
        using var folder = new ScratchFolder();
        WriteBomb(Path.Combine(folder.Path, "big.csv.gz"));
        folder.Write("cells.csv", "name,cpu,memory\n" + string.Concat(Enumerable.Repeat("a,1,1Gi\n", 400_000)));
        var answer = CommandLine.Run("validate", folder.Write("s.yaml", Small + key + "\n"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }

    private static void WriteBomb(string path)
    {
        using var zip = new GZipStream(File.Create(path), CompressionLevel.Fastest);
        var piece = new byte[1 << 20];
        for (var i = 0; i < 20; i++) zip.Write(piece);
    }

    private const string Small =
        "scenario: x\nduration: 10m\nclusters:\n  - name: c\n    zones: [a]\n"
            + "    nodePools: [{ name: n, machineType: n1-standard-2, count: 2 }]\n";

    private static string Case(string file) => CaseRun.Folder($"extremes/{file}");
}
