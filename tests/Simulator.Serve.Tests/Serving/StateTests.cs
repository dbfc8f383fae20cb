using System.Text;
using System.Text.Json.Nodes;
using Simulator.Serve.Documents;
using Simulator.Serve.Keeping;
using Simulator.Serve.Messages;
using Simulator.Serve.Runs;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>What was done to a served run is on the disk, and a new start goes on where it was left.</summary>
public sealed class StateTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("state").FullName;

    private string StatePath => Path.Combine(_folder, "state");

    [Fact]
    public void A_new_start_comes_to_the_same_digest()
    {
        string digest;
        using (var first = Open(out var state))
        using (state)
        {
            Act(first);
            first.Run.Advance(TimeSpan.FromMinutes(9));
            state.Note(first.Run);
            digest = first.Run.Digest;
        }

        using var second = Open(out var again);
        using (again)
        {
            Assert.Equal(TimeSpan.FromMinutes(9), second.Run.Now);
            Assert.Equal(digest, second.Run.Digest);
            Assert.Equal("kept", second.Find("ingresses", "front")["metadata"]!["labels"]!["x"]!.GetValue<string>());
            Assert.Single(second.Run.Troubles.All);
        }
    }

    /// <summary>Nobody had time to note how far it had come.</summary>
    [Fact]
    public void Without_a_mark_it_goes_on_after_the_last_command()
    {
        long version;
        using (var first = Open(out var state))
        using (state)
        {
            Act(first);
            version = first.Documents.Version;
        }

        using var second = Open(out var again);
        using (again) Assert.Equal(version, second.Documents.Version);
    }

    /// <summary>A run that was stopped and started in between goes as one that was not.</summary>
    [Fact]
    public void Stopping_changes_nothing()
    {
        using (var first = Open(out var state))
        using (state)
        {
            Act(first);
            first.Run.Advance(TimeSpan.FromMinutes(6));
            state.Note(first.Run);
        }

        using var second = Open(out var again);
        using var whole = new Served();
        using (again) Finish(second);
        Act(whole);
        whole.Run.Advance(TimeSpan.FromMinutes(6));
        whole.Run.Pin();
        Finish(whole);
        Assert.Equal(whole.Run.Digest, second.Run.Digest);

        static void Finish(Served served)
        {
            served.Change("deployments", "web", web => web["spec"]!["replicas"] = 1);
            served.Run.Troubles.End(served.Run.Troubles.All[0]);
            served.Run.Advance(TimeSpan.FromMinutes(12));
        }
    }

    [Fact]
    public void A_command_at_the_moment_of_the_mark_comes_after_it()
    {
        using (var first = Open(out var state))
        using (state)
        {
            first.Run.Advance(TimeSpan.FromMinutes(1));
            state.Note(first.Run);
            first.Put("pods", "alone", RecordTests.Alone);
        }

        using var second = Open(out var again);
        using (again) Assert.NotNull(second.Documents.Find(new DocumentKey("pods", "default", "alone")));
    }

    /// <summary>Commands that are repeated draw no names: those that come after them are others all the same.</summary>
    [Fact]
    public void What_is_created_after_a_new_start_has_a_name_of_its_own()
    {
        string before;
        using (var first = Open(out var state))
        using (state) before = Create(first);
        using var second = Open(out var again);
        using (again) Assert.NotEqual(before, Create(second));

        static string Create(Served served)
        {
            var answer = served.Run.Doors[0].Answer(new ServerRequest
            {
                Method = "POST",
                Path = "/api/v1/namespaces/default/configmaps",
                Body = Encoding.UTF8.GetBytes("""{"metadata":{"generateName":"a-"}}"""),
            });
            Assert.Equal(201, answer.Status);
            return JsonNode.Parse(answer.Body.Span)!["metadata"]!["uid"]!.GetValue<string>();
        }
    }

    [Fact]
    public void Another_scenario_is_refused()
    {
        using (var first = Open(out var state))
        using (state) Act(first);
        using var other = new Served();
        var changed = other.Scenario with { Scenario = other.Scenario.Scenario with { Clusters = [Renamed(other.Scenario)] } };
        using var again = StateFolder.Open(StatePath);
        var refused = Assert.Throws<IOException>(() => Recovery.Begin(changed, again, Served.Origin));
        Assert.Contains("another scenario", refused.Message, StringComparison.Ordinal);

        static World.Specification.ClusterSpec Renamed(ServedScenario served) => served.Scenario.Clusters[0] with { Name = "west" };
    }

    [Fact]
    public void Two_servers_cannot_have_one_folder()
    {
        using var first = StateFolder.Open(StatePath);
        first.SetFact("x", "y");
        Assert.Contains("another server", Assert.Throws<IOException>(() => StateFolder.Open(StatePath)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static void Act(Served served)
    {
        served.Run.Advance(TimeSpan.FromMinutes(2));
        served.Put("replicationcontrollers", "cache", RecordTests.Cache);
        served.Put("ingresses", "front", """{"metadata":{"name":"front","namespace":"default","labels":{"x":"kept"}}}""");
        served.Run.Advance(TimeSpan.FromMinutes(3));
        served.Run.Troubles.Begin("{ kind: network-cut, node: default-0002 }");
        served.Run.Advance(TimeSpan.FromMinutes(4));
        served.Run.Troubles.Operate("{ scale: deployment/web, replicas: 6 }");
    }

    private Served Open(out StateFolder state)
    {
        var opened = StateFolder.Open(StatePath);
        state = opened;
        return new Served(begin: (served, logs) => Recovery.Begin(served, opened, Served.Origin, logs));
    }
}
