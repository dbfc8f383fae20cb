using System.Reflection;
using PublicApiGenerator;
using Simulator.Api;
using Simulator.ControlPlane.Hosting;
using Simulator.Engine;
using Simulator.Library;
using Simulator.Plugins;
using Simulator.World.Running;
using Xunit;

namespace Simulator.Tests.Quality;

/// <summary>
/// What users of the packages stand on changes only where somebody has looked at the difference: Quality/PublicApi holds the approved text
/// of each (REWRITE_PAGES=1 writes it).
/// </summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    private static readonly Assembly[] Packages =
    [
        typeof(Pod).Assembly, typeof(Simulation).Assembly, typeof(IControlLoop).Assembly, typeof(ScenarioRun).Assembly,
        typeof(SchedulerPluginAttribute).Assembly, typeof(Simulate).Assembly,
    ];

    public static TheoryData<string> Names => [.. Packages.Select(NameOf)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_as_approved(string name)
    {
        var found = Packages.Single(package => NameOf(package) == name).GeneratePublicApi(Options).ReplaceLineEndings("\n");
        var path = Path.Combine(Repository.Folder("tests"), "Simulator.Tests", "Quality", "PublicApi", $"{name}.txt");
        if (Page.Rewrites) File.WriteAllText(path, found);
        var approved = File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n');
        var lines = found.Split('\n');
        Assert.True(
            lines.SequenceEqual(approved),
            $"the public API of {name} is not the approved one (REWRITE_PAGES=1 dotnet test approves it); new: "
                + $"{First(lines.Except(approved))}; gone: {First(approved.Except(lines))}");
    }

    private static string First(IEnumerable<string> lines) => lines.FirstOrDefault()?.Trim() ?? "nothing (other order)";

    private static string NameOf(Assembly package) => package.GetName().Name!;
}
