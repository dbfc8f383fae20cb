using Simulator.Serve.Tests.Commands;

namespace Simulator.Serve.Tests.Dashboard;

/// <summary>The same cluster under 1.20.2.</summary>
public sealed class LaterDashboardStage() : DashboardStage(
    Scenario.Replace("1.3.10", "1.20.2", StringComparison.Ordinal), AppsKubectlTests.Web, Manifests.Later)
{
    internal override string Said(string words) => words == "Insufficient CPU" ? "Insufficient cpu" : words;
}
