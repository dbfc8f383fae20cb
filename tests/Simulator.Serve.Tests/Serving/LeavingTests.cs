using System.Text.Json.Nodes;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>What a served run leaves behind: when it is stopped, a scenario; when it is killed, all that it has told.</summary>
public sealed class LeavingTests : ServedProcess
{
    [Fact]
    public async Task Sigterm_ends_it_with_a_record_that_gives_the_same_digest()
    {
        var record = Path.Combine(Served.Folder, "mine.yaml");

        // Not at full speed from the start: the run might be over before the pod comes.
        var (process, client) = await Start("--speed", "paused", "--until", "20m", "--record", record);
        await Create(client, RecordTests.Alone);
        await Send(client, HttpMethod.Put, "/simulator/clock", """{"speed":"max"}""");
        await Until(client, "20m");
        Terminate(process);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        var digest = told.Split("digest ")[1].Split('\n')[0].Trim();
        Assert.Equal(DigestOfRun(record), digest);
    }

    /// <summary>Objects, troubles, operations and the clock, all over HTTP as people do it.</summary>
    [Fact]
    public async Task Whatever_was_done_by_hand_comes_out_as_a_scenario_of_the_same_digest()
    {
        const string Pods = "/api/v1/namespaces/default/pods";
        const string Web = "/apis/extensions/v1beta1/namespaces/default/deployments/web";
        var record = Path.Combine(Served.Folder, "hand.yaml");
        var (process, client) = await Start("--speed", "paused", "--record", record);
        await Create(client, RecordTests.Alone);
        await StepTo(client, "90s");
        await Send(client, HttpMethod.Patch, Web, """{"spec":{"replicas":5}}""", "application/merge-patch+json");
        await Send(client, HttpMethod.Post, "/simulator/troubles", "{ kind: network-cut, node: default-0002 }");
        await StepTo(client, "4m");
        await Send(client, HttpMethod.Delete, Pods + "/alone", """{"gracePeriodSeconds":5}""");
        const string Labelled = """[{"op":"add","path":"/metadata/labels","value":{"x":"y"}}]""";
        await Send(client, HttpMethod.Patch, Web, Labelled, "application/json-patch+json");
        await Send(client, HttpMethod.Post, "/simulator/clock/step", """{"to":"decision"}""");
        await Send(client, HttpMethod.Put, Web + "/scale", """{"metadata":{"name":"web","namespace":"default"},"spec":{"replicas":2}}""");
        await Send(client, HttpMethod.Post, "/simulator/operations", "{ drain: default-0001 }");
        await StepTo(client, "11m");
        await Send(client, HttpMethod.Delete, "/simulator/troubles/1", "");
        await Send(client, HttpMethod.Delete, Pods + "?labelSelector=app%3Dweb", "");
        await Send(client, HttpMethod.Put, "/simulator/clock", """{"speed":"600x"}""");
        await Task.Delay(500, TestContext.Current.CancellationToken);
        await Send(client, HttpMethod.Post, "/simulator/clock/pause", "");
        Terminate(process);
        var told = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(DigestOfRun(record), told.Split("digest ")[1].Split('\n')[0].Trim());
    }

    /// <summary>At any moment, and again: what was told is there, and each new start comes to the same digest.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(37)]
    public async Task Killed_again_and_again_it_goes_on_where_it_was(int writes)
    {
        var state = Path.Combine(Served.Folder, "again");
        var told = new List<string>();
        for (var round = 1; round <= 2; round++)
        {
            var (process, client) = await Start("--speed", "60x", "--state", state);
            var enough = told.Count + (writes * round);
            var writing = Write(client, told, $"r{round}-");
            while (told.Count < enough && !writing.IsCompleted) await Task.Delay(3, TestContext.Current.CancellationToken);
            process.Kill();
            await writing;
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var digests = new HashSet<string>();
        for (var start = 0; start < 2; start++)
        {
            var (process, client) = await Start("--speed", "paused", "--state", state);
            var pods = (await Get(client, "/api/v1/namespaces/default/pods"))["items"]!.AsArray();
            Assert.Empty(told.Except(pods.Select(pod => pod!["metadata"]!["name"]!.GetValue<string>())));
            digests.Add((await Get(client, "/simulator/state"))["digest"]!.GetValue<string>());
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Single(digests);
    }

    /// <summary>kill -9 in the middle of writes: all that a client was told is there after a new start.</summary>
    [Fact]
    public async Task Killed_it_loses_nothing_that_was_told()
    {
        var state = Path.Combine(Served.Folder, "state");
        var (first, client) = await Start("--speed", "60x", "--state", state);
        var told = new List<string>();
        var writing = Write(client, told);
        while (told.Count < 20 && !writing.IsCompleted) await Task.Delay(10, TestContext.Current.CancellationToken);
        first.Kill();
        await writing;
        await first.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(told);
        var (_, again) = await Start("--speed", "paused", "--state", state);
        var pods = await Get(again, "/api/v1/namespaces/default/pods");
        var names = pods["items"]!.AsArray().Select(pod => pod!["metadata"]!["name"]!.GetValue<string>()).ToHashSet();
        Assert.Empty(told.Except(names));
    }

    private string DigestOfRun(string record)
    {
        var folder = Path.Combine(Served.Folder, "out");
        var answer = CommandLine.Run("run", record, "--json", "--out", folder);
        Assert.True(answer.ExitCode == 0, answer.Error);
        return JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "summary.json")))!["digest"]!.GetValue<string>();
    }

    private static async Task Write(HttpClient client, List<string> told, string prefix = "w")
    {
        try
        {
            for (var i = 0; ; i++)
            {
                await Create(client, RecordTests.Alone.Replace("alone", $"{prefix}{i}", StringComparison.Ordinal));
                told.Add($"{prefix}{i}");
            }
        }
        catch (HttpRequestException)
        {
            // The server is gone: what it has not answered may be done or not.
        }
    }
}
