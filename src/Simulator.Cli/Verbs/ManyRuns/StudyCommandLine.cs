using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Studies.Files;

namespace Simulator.Cli.Verbs.ManyRuns;

/// <summary>The arguments that <c>replicate</c> and <c>sweep</c> share.</summary>
internal sealed class StudyCommandLine
{
    private const int ThreadsMax = 1024;

    private readonly Argument<string> _path = new("FILE") { Description = "A scenario file, or a study file that names one." };
    private readonly Option<string[]> _set;
    private readonly Option<string[]> _plugin = PluginOption.Create();
    private readonly Option<int?> _seeds;
    private readonly Option<ulong?> _seed =
        new("--seed") { Description = "The first seed, instead of the scenario's; the others follow it.", HelpName = "N" };

    private readonly Option<string[]> _measures = new("--measure")
    {
        Description = "A measure that it is about, as simulator measures prints them; may come again.",
        HelpName = "NAME",
    };

    private readonly Option<string?> _folder = new("--out")
    {
        Description = "Where results go, and where an interrupted study goes on; results/NAME otherwise.",
        HelpName = "FOLDER",
    };

    private readonly Option<int?> _threads = new("--threads") { Description = "Runs at once; all cores otherwise.", HelpName = "N" };
    private readonly Option<bool> _anew = new("--anew") { Description = "Throw away the finished runs of the folder, and begin anew." };
    private readonly Option<bool> _quiet = OutputOption.Quiet();
    private readonly Option<bool> _json = OutputOption.Json();

    /// <param name="seeds">What is said of --seeds.</param>
    /// <param name="set">What is said of --set.</param>
    public StudyCommandLine(string seeds, Option<string[]> set)
    {
        _seeds = new Option<int?>("--seeds") { Description = seeds, HelpName = "N" };
        _set = set;
    }

    public Command Verb(string name, string description, params ReadOnlySpan<Option> own)
    {
        var verb = new Command(name, description) { _path, _set, _plugin, _seeds, _seed };
        foreach (var option in own) verb.Add(option);
        foreach (var option in (ReadOnlySpan<Option>)[_measures, _folder, _threads, _anew, _quiet, _json]) verb.Add(option);
        return verb;
    }

    /// <summary>Null, and sentences on the screen, if a value cannot be.</summary>
    public StudyOptions? Read(ParseResult parsed, Screen screen)
    {
        if (SettingOption.Read(parsed, _set, screen) is not { } settings) return null;
        var (seeds, threads) = (parsed.GetValue(_seeds), parsed.GetValue(_threads));
        if (seeds is < 1 or > StudyReader.SeedsMax)
        {
            return screen.Refuse<StudyOptions>($"--seeds {seeds}: allowed are 1 to {StudyReader.SeedsMax:N0}");
        }
        if (threads is < 1 or > ThreadsMax) return screen.Refuse<StudyOptions>($"--threads {threads}: allowed are 1 to {ThreadsMax:N0}");
        return new StudyOptions
        {
            Path = parsed.GetRequiredValue(_path),
            Settings = [.. PluginOption.Read(parsed, _plugin), .. settings],
            Seeds = seeds,
            Seed = parsed.GetValue(_seed),
            Measures = parsed.GetValue(_measures) ?? [],
            Folder = parsed.GetValue(_folder),
            Threads = threads,
            BeginsAnew = parsed.GetValue(_anew),
            Output = OutputOption.Read(parsed, _json, _quiet),
        };
    }
}
