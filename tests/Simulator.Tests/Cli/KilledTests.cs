using System.Diagnostics;
using Simulator.Cli.Output;
using Simulator.Reports.RunSets;
using Simulator.Tests.Quality;
using Simulator.Tests.Scenarios;
using Xunit;

namespace Simulator.Tests.Cli;

/// <summary>
/// The program is killed, again and again, in its start, while it runs and while it writes: what is in the folder is always whole, and the
/// same command ends in what it would have come to undisturbed.
/// </summary>
public sealed class KilledTests : IDisposable
{
    private static readonly string[] Replicate = ["replicate", "--seeds", "12", "--threads", "2"];

    private static readonly string[] Sweep =
        ["sweep", "--set", "clusters[0].nodePools[0].count=3..5:1", "--seeds", "4", "--threads", "2"];

    private readonly ScratchFolder _folder = new();
    private readonly string _scenario;
    private readonly string _out;
    private readonly string _undisturbed;

    public KilledTests()
    {
        _scenario = _folder.Write("s.yaml", ScenarioText.With("+> outages: [{ at: 1m, kind: power-loss, zone: a }]"));
        (_out, _undisturbed) = (Path.Combine(_folder.Path, "out"), Path.Combine(_folder.Path, "undisturbed"));
    }

    public static TheoryData<string> Studies { get; } = ["replicate", "sweep"];

    public void Dispose() => _folder.Dispose();

    /// <summary>In the middle, and where it writes.</summary>
    [Fact]
    public void A_run_leaves_the_old_result_or_the_new_one() =>
        KillRuns(
            [0.6, 0.9], Path.Combine(_folder.Path, ".out.partial", "events.csv"), Path.Combine(
                _folder.Path, ".out.partial", "summary.json"));

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_study_goes_on_where_it_was_killed(string verb) =>
        KillStudies(verb, [0.6], Path.Combine(_out, RunSetFile.Name), Path.Combine(_out, "runs.csv"));

    /// <summary>The same at a hundred moments of each: a few minutes.</summary>
    [Fact(Explicit = true)]
    public void A_run_leaves_the_old_result_or_the_new_one_at_a_hundred_moments() => KillRuns(Moments());

    /// <inheritdoc cref="A_run_leaves_the_old_result_or_the_new_one_at_a_hundred_moments"/>
    [Theory(Explicit = true)]
    [MemberData(nameof(Studies))]
    public void A_study_goes_on_where_it_was_killed_at_a_hundred_moments(string verb) => KillStudies(verb, Moments());

    /// <summary>A hundred in order over the whole time, each at a place that is drawn.</summary>
    private static IEnumerable<double> Moments()
    {
        var dice = new Random(20_261_130);
        return [.. Enumerable.Range(0, 100).Select(i => (i + dice.NextDouble()) / 100)];
    }

    /// <param name="moments">In the time that it takes undisturbed.</param>
    /// <param name="signs">Killed, too, as soon as such a file is there.</param>
    private void KillRuns(IEnumerable<double> moments, params string[] signs)
    {
        string[] run = ["run", _scenario, "--quiet", "--seed"];
        var took = Time([.. run, "2", "--out", _undisturbed]);
        CommandLine.Run([.. run, "1", "--out", _out]);
        var (old, fresh) = (Files(_out), Files(_undisturbed));
        foreach (var isTime in Times(took, moments, signs))
        {
            Kill(isTime, [.. run, "2", "--out", _out]);
            var found = Files(_out);
            Assert.True(Same(found, old) || Same(found, fresh), $"half a result: {Differences(found, fresh)} is not new");
        }

        Assert.Equal(ExitCode.Done, CommandLine.Run([.. run, "2", "--out", _out]).ExitCode);
        Assert.Equal("", Differences(Files(_out), fresh));
        Assert.Equal(["out", "s.yaml", "undisturbed"], Names(_folder.Path));
    }

    /// <inheritdoc cref="KillRuns"/>
    private void KillStudies(string verb, IEnumerable<double> moments, params string[] signs)
    {
        var own = verb == "sweep" ? Sweep : Replicate;
        string[] study = [own[0], _scenario, .. own[1..], "--quiet", "--out"];
        var took = Time([.. study, _undisturbed]);
        var whole = Files(_undisturbed);
        foreach (var isTime in Times(took, moments, signs))
        {
            var finished = Lines(_out).ToList();
            Kill(isTime, [.. study, _out]);
            Assert.Empty(finished.Except(Lines(_out)));
            None.Of(Files(_out).Where(file => whole.GetValueOrDefault(file.Key) != file.Value).Select(file => $"half of {file.Key}"));
        }

        Assert.Equal(ExitCode.Done, CommandLine.Run([.. study, _out]).ExitCode);
        Assert.Equal("", Differences(Files(_out), whole));
        Assert.Equal(Names(_undisturbed), Names(_out));
        Assert.Equal(Lines(_undisturbed), Lines(_out));
    }

    /// <summary>Of one run that is left alone.</summary>
    private static TimeSpan Time(string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var program = Start(arguments);
        program.WaitForExit();
        Assert.Equal(ExitCode.Done, program.ExitCode);
        return Stopwatch.GetElapsedTime(start);
    }

    private static IEnumerable<Func<TimeSpan, bool>> Times(TimeSpan took, IEnumerable<double> moments, string[] signs) =>
    [
        .. moments.Select(moment => (Func<TimeSpan, bool>)(elapsed => elapsed >= took * moment)),
        .. signs.Select(sign => (Func<TimeSpan, bool>)(_ => File.Exists(sign))),
    ];

    private static void Kill(Func<TimeSpan, bool> isTime, string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var program = Start(arguments);
        while (!program.HasExited && !isTime(Stopwatch.GetElapsedTime(start))) Thread.Sleep(1);
        program.Kill();
        program.WaitForExit();
    }

    private static Process Start(string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", [typeof(ExitCode).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
        })!;

    /// <summary>What somebody finds who looks: content by path; of the finished runs see <see cref="Lines"/>.</summary>
    private static Dictionary<string, string> Files(string folder) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => !Path.GetFileName(file).StartsWith('.')
                && Path.GetFileName(file) is not (RunSetFile.Name or $"{RunSetFile.Name}.partial"))
            .ToDictionary(file => Path.GetRelativePath(folder, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    /// <summary>The finished runs, each once, in any order.</summary>
    private static IEnumerable<string> Lines(string folder) => Path.Combine(folder, RunSetFile.Name) is var file && File.Exists(file)
        ? File.ReadAllText(file).Split('\n').SkipLast(1).Order(StringComparer.Ordinal)
        : [];

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    private static bool Same(Dictionary<string, string> found, Dictionary<string, string> wanted) => Differences(found, wanted).Length == 0;

    private static string Differences(Dictionary<string, string> found, Dictionary<string, string> wanted) => string.Join(
        ", ", found.Keys.Union(wanted.Keys).Where(path => found.GetValueOrDefault(path) != wanted.GetValueOrDefault(path))
            .Order(StringComparer.Ordinal));
}
