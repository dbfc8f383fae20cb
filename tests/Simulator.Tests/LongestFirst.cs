using Simulator.Tests;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Simulator.Tests;

/// <summary>
/// Begins with the classes that take longest. A class is run by one thread, and one of these that came last would keep the others idle.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    /// <summary>More than half a minute each, where the whole takes eight minutes.</summary>
    internal static readonly Type[] Long =
    [
        typeof(Laws.LoadLaws), typeof(Scenarios.ShippedStudyTests), typeof(Reports.Browser.BrowserTests),
        typeof(Scenarios.StatefulScenarioTests), typeof(Cli.KilledTests), typeof(Scenarios.Generators.SwarmTests),
        typeof(Reports.PageTests), typeof(Stories.ElasticStories), typeof(Studies.Risk.RiskVerbTests), typeof(Studies.Risk.RiskLaws),
        typeof(Studies.SharedPlacementTests), typeof(Studies.FuzzTests), typeof(ControlPlane.Scheduling.GrowthTests),
        typeof(Reports.NothingFailedTests), typeof(Scenarios.TwoVersionTests), typeof(Reports.RowGroupTests), typeof(Cases.ManyRunsCases),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection => [.. testCollections.OrderBy(PlaceOf)];

    /// <summary>A collection of one class is named after it.</summary>
    private static int PlaceOf<TTestCollection>(TTestCollection collection)
        where TTestCollection : ITestCollection
    {
        var place = Array.FindIndex(
            Long, type => collection.TestCollectionDisplayName.Contains($" {type.FullName} ", StringComparison.Ordinal));
        return place >= 0 ? place : Long.Length;
    }
}
