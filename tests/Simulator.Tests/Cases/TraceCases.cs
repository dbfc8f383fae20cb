using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Simulator.Cli.Output;
using Simulator.Scenarios.Traces;
using Simulator.Tests.Cli;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cases;

/// <summary><c>simulator trace</c>: pods of published traces come, wait, are placed and end.</summary>
public sealed class TraceCases
{
    /// <summary>
    /// Four processors. Job 2 waits for two of the first job's three; jobs 3 and 4 stand behind it, though there is room for job 3.
    /// </summary>
    private const string Jobs = """
        ; MaxProcs: 4
        1 0 -1 10 3 -1 -1 3 -1 -1 1 7 -1 -1 -1 -1 -1 -1
        2 1 -1 5 2 -1 -1 2 -1 -1 1 7 -1 -1 -1 -1 -1 -1
        3 2 -1 3 1 -1 -1 1 -1 -1 1 8 -1 -1 -1 -1 -1 -1
        4 3 -1 4 4 -1 -1 4 -1 -1 1 8 -1 -1 -1 -1 -1 -1
        """;

    /// <summary>By hand: 0-10, 10-15, 10-13, 15-19.</summary>
    [Theory]
    [InlineData("1.3.10")]
    [InlineData("1.20.2")]
    public void First_come_first_served_is_what_is_counted_by_hand(string version)
    {
        using var folder = new ScratchFolder();
        folder.Write("jobs.swf", Jobs);
        var answer = Trace(folder, "jobs.swf", "--format", "swf", "--queue", "first-come", "--kubernetes", version);
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.Equal(["1 0 10", "2 9 5", "3 8 3", "4 12 4"], Waits(folder));
        var summary = Summary(folder);
        Assert.Equal(19, summary["endSeconds"]!.GetValue<double>());

        // 30 + 10 + 3 + 16 processor seconds of 4 x 19.
        Assert.Equal(59.0 / 76, summary["askedShareMean"]!["milliCpu"]!.GetValue<double>(), 9);
    }

    /// <summary>Kubernetes has no turn: job 3 overtakes, and the others are tried again after 1, 2, 4, ... seconds.</summary>
    [Fact]
    public void The_scheduler_lets_small_jobs_overtake()
    {
        using var folder = new ScratchFolder();
        folder.Write("jobs.swf", Jobs);
        Assert.Equal(ExitCode.Done, Trace(folder, "jobs.swf", "--format", "swf").ExitCode);
        var waits = Pods(folder)
            .ToDictionary(row => row[0], row => double.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(waits["1"], 0, 0.01);
        Assert.InRange(waits["3"], 0, 0.01);

        // Job 4 finds all four when the first has ended, at its fourth try (3 + 1 + 2 + 4 s); job 2 at its fifth (1 + 1 + 2 + 4 + 8 s).
        Assert.InRange(waits["4"], 7, 7.01);
        Assert.InRange(waits["2"], 15, 15.01);
    }

    [Theory]
    [InlineData("1.3.10")]
    [InlineData("1.20.2")]
    public void The_same_command_gives_the_same_digest(string version)
    {
        using var folder = new ScratchFolder();
        folder.Write("jobs.swf", Jobs);
        string Digest()
        {
            Trace(folder, "jobs.swf", "--format", "swf", "--kubernetes", version, "--machines", "3", "--cpu", "4");
            return Summary(folder)["digest"]!.GetValue<string>();
        }

        Assert.Equal(Digest(), Digest());
    }

    [Fact]
    public void What_fits_on_no_machine_is_rejected_with_its_reason()
    {
        using var folder = new ScratchFolder();
        folder.Write("jobs.swf", Jobs);
        var answer = Trace(folder, "jobs.swf", "--format", "swf", "--machines", "5", "--cpu", "2", "--memory", "4Gi");
        Assert.Contains("2 of 4 pods (50 %) were placed; 2 were rejected.", answer.Out, StringComparison.Ordinal);
        Assert.Contains("because it asks for more CPUs than the largest node has (2).", answer.Out, StringComparison.Ordinal);
    }

    /// <summary>
    /// With 4,000 at once a binding waits longer than the scheduler believes in it (30 s), and some are sent twice: the API server refuses
    /// the second.
    /// </summary>
    [Fact]
    public void In_a_rush_nobody_is_placed_twice()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "rush.swf", string.Concat(Enumerable.Range(1, 4000).Select(i => $"{i} 0 -1 1000 1 -1 -1 1 -1 -1 1 7 -1 -1 -1 -1 -1 -1\n")));
        var answer = Trace(folder, "rush.swf", "--format", "swf", "--machines", "20", "--cpu", "64");
        Assert.Contains("4,000 of 4,000 pods (100 %) were placed.", answer.Out, StringComparison.Ordinal);
        Assert.True(Summary(folder)["askedShareMean"]!["milliCpu"]!.GetValue<double>() < 1);
    }

    [Fact]
    public void Of_a_folder_the_files_beside_the_pods_are_left_out()
    {
        using var folder = new ScratchFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "vms"));
        folder.Write("vms/vmtable.csv", "a,s,d,0,600,99,3,10,Interactive,1,1.75\n");
        folder.Write("vms/vm_cpu_readings-file-1-of-125.csv", "0,a,1,2,3\n");
        folder.Write("vms/README.md", "A sample.\n");
        var answer = Trace(folder, "vms", "--format", "azure", "--machines", "1", "--cpu", "4");
        Assert.Equal((ExitCode.Done, ""), (answer.ExitCode, answer.Error));
        Assert.Contains("2 (files of the folder that hold no pods)", Flat(answer.Out), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_waits_too_long_gives_up()
    {
        using var folder = new ScratchFolder();
        folder.Write("jobs.swf", Jobs);
        var answer = Trace(folder, "jobs.swf", "--format", "swf", "--queue", "first-come", "--give-up", "10s");
        Assert.Contains("3 of 4 pods (75 %) were placed; 1 was rejected.", Flat(answer.Out), StringComparison.Ordinal);
        Assert.Contains("because it gave up waiting.", Flat(answer.Out), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cut_off_file_is_told_and_what_stands_before_is_kept()
    {
        using var folder = new ScratchFolder();
        var rows = string.Concat(
            Enumerable.Range(1, 5000).Select(i => $"{i} {i} -1 10 1 -1 -1 1 -1 -1 1 7 -1 -1 -1 -1 -1 -1 {i * 7919 % 10007}\n"));
        var packed = Packed(rows);
        File.WriteAllBytes(Path.Combine(folder.Path, "jobs.swf.gz"), packed[..(packed.Length / 2)]);
        var answer = Trace(folder, "jobs.swf.gz", "--format", "swf", "--machines", "1", "--cpu", "64");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("the file cannot be read on", answer.Error, StringComparison.Ordinal);
        Assert.Contains("what stands before is kept", answer.Error, StringComparison.Ordinal);
        Assert.InRange(Summary(folder)["pods"]!["placed"]!.GetValue<long>(), 1, 4999);
    }

    [Fact]
    public void A_missing_column_is_named_with_those_that_are_there()
    {
        using var folder = new ScratchFolder();
        folder.Write("pods.csv", "name,cpu_milli,memory\na,1,2\n");
        var answer = Trace(folder, "pods.csv", "--format", "openb", "--machines", "1", "--cpu", "4");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("pods.csv:1:1  the table has no column 'memory_mib'", answer.Error, StringComparison.Ordinal);
        Assert.Contains("it has name, cpu_milli, memory", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_rows_are_told_each_and_the_others_run()
    {
        using var folder = new ScratchFolder();
        folder.Write("pods.csv", """
            name,cpu_milli,memory_mib,num_gpu,gpu_milli,creation_time,deletion_time,scheduled_time
            good,1000,10,0,0,0,5,0
            negative,1000,10,0,0,10,4,10
            huge,1000000000000,10,0,0,10,20,10
            words,many,10,0,0,10,20,10
            short,1000
            late,1000,10,0,0,11,99,11
            """);
        var answer = Trace(folder, "pods.csv", "--format", "openb", "--machines", "1", "--cpu", "4");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            "pods.csv:3:1  the duration is -6 s, below zero; allowed is 0 or more; left out", answer.Error, StringComparison.Ordinal);
        Assert.Contains(
            "pods.csv:4:1  the CPU is 1000000000000 thousandths of a core; allowed is up to", answer.Error, StringComparison.Ordinal);
        Assert.Contains("pods.csv:5:1  'many' is no number; allowed is one; left out", answer.Error, StringComparison.Ordinal);
        Assert.Contains(
            "pods.csv:6:1  the row has 2 cells; allowed are the 8 columns of the table; left out", answer.Error, StringComparison.Ordinal);
        Assert.Contains("4 places are broken and were left out; kept: 6 rows, 2 pods", answer.Error, StringComparison.Ordinal);
        Assert.Contains("2 of 2 pods", answer.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_is_sound_and_told()
    {
        var answer = CommandLine.Run("trace", "--formats");
        Assert.True(answer.ExitCode == ExitCode.Done, answer.Error);
        Assert.All(TraceFormat.Names, name => Assert.Contains(name, answer.Out, StringComparison.Ordinal));
    }

    [Fact]
    public void A_time_that_runs_backwards_is_told_where_the_format_has_an_order()
    {
        using var folder = new ScratchFolder();
        folder.Write("events.csv", "600000000,,1,0,,0,u,0,0,0.1,0.1,0,\n500000000,,2,0,,0,u,0,0,0.1,0.1,0,\n");
        var answer = Trace(folder, "events.csv", "--format", "google2011", "--machines", "1", "--cpu", "64", "--memory", "256Gi");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            "events.csv:2:1  its time (500 s) is before that of the row above (600 s); left out", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_wrongly_is_told_all_at_once()
    {
        var answer = CommandLine.Run("trace", "--queue", "kubernetes", "--place", "best-fit", "--cpu", "4", "--packing", "much");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("no file is given", answer.Error, StringComparison.Ordinal);
        Assert.Contains("allowed is one of --format NAME and --columns MAP.yaml", answer.Error, StringComparison.Ordinal);
        Assert.Contains("--packing much: allowed are percentages", answer.Error, StringComparison.Ordinal);
        Assert.Contains("say what each of --machines has", answer.Error, StringComparison.Ordinal);
        Assert.Contains("is the scheduler's own", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_machines_it_says_what_may_be_given()
    {
        using var folder = new ScratchFolder();
        folder.Write("jobs.swf", Jobs.Replace("; MaxProcs: 4\n", "", StringComparison.Ordinal));
        var answer = Trace(folder, "jobs.swf", "--format", "swf");
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains(
            "allowed are --nodes FILE, --scenario FILE and --machines COUNT --cpu AMOUNT", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_format_can_be_copied_and_changed()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "mine.yaml",
            CommandLine.Run("trace", "--show-columns", "swf").Out.Replace(
                "name: job", "name: job & '-of-' & user", StringComparison.Ordinal));
        folder.Write("jobs.swf", Jobs);
        Assert.Equal(
            ExitCode.Done,
            Trace(folder, "jobs.swf", "--columns", Path.Combine(folder.Path, "mine.yaml"), "--queue", "first-come").ExitCode);
        Assert.Equal("1-of-7", Pods(folder)[0][0]);
    }

    [Fact]
    public void A_map_that_is_wrong_says_where()
    {
        using var folder = new ScratchFolder();
        folder.Write("mine.yaml", "format: x\ntitle: y\npods:\n  - name: job +\n    submit: { weeks: t }\n    colour: red\n");
        folder.Write("jobs.swf", Jobs);
        var answer = Trace(folder, "jobs.swf", "--columns", Path.Combine(folder.Path, "mine.yaml"));
        Assert.Equal(ExitCode.WrongInput, answer.ExitCode);
        Assert.Contains("'job +' cannot be read: found the end at 6", answer.Error, StringComparison.Ordinal);
        Assert.Contains("a unit is missing; allowed is one of seconds,", answer.Error, StringComparison.Ordinal);
        Assert.Contains("colour", answer.Error, StringComparison.Ordinal);
    }

    internal static CommandLine.Answer Trace(ScratchFolder folder, string file, params string[] options) => CommandLine.Run(
        ["trace", Path.Combine(folder.Path, file), .. options, "--out", Path.Combine(folder.Path, "out")]);

    internal static IReadOnlyList<string[]> Pods(ScratchFolder folder) =>
        [.. folder.Read("out/pods.csv").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(','))];

    internal static JsonNode Summary(ScratchFolder folder) => JsonNode.Parse(folder.Read("out/summary.json"))!;

    /// <summary>Name, seconds waited, seconds that it runs.</summary>
    private static IEnumerable<string> Waits(ScratchFolder folder) =>
        Pods(folder).Select(row => $"{row[0]} {row[4]} {row[7]}").Order(StringComparer.Ordinal);

    private static string Flat(string text) => text.Replace('\n', ' ');

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal)) gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }
}
