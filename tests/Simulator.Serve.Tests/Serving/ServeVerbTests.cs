using System.Net.Sockets;
using Xunit;

namespace Simulator.Serve.Tests.Serving;

/// <summary>The verb as a user has it, and those that talk to it.</summary>
public sealed class ServeVerbTests : ServedProcess
{
    [Fact]
    public void Wrong_input_is_a_sentence_and_code_2()
    {
        using var taken = new TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        Refuses("address already in use", Served.ScenarioPath, "--port", $"{port}");
        Refuses("--speed fast", Served.ScenarioPath, "--speed", "fast");
        Refuses("--until soon", Served.ScenarioPath, "--until", "soon");
        Refuses("--record", Served.ScenarioPath, "--record", Path.Combine(Served.Folder, "nosuch", "mine.yaml"));
        Refuses("--state", Served.ScenarioPath, "--state", Served.ScenarioPath);
        Refuses("there is no scenario to serve");
        Refuses("--minikube stands instead of a scenario", Served.ScenarioPath, "--minikube");
        Refuses("nosuch.yaml", "nosuch.yaml");
    }

    [Fact]
    public async Task Clock_and_troubles_from_the_command_line()
    {
        var (_, client) = await Start("--speed", "paused");
        var server = client.BaseAddress!.ToString();
        Assert.Contains("paused", CommandLine.Run("clock", "--server", server).Out, StringComparison.Ordinal);
        Assert.Contains("1: ", CommandLine.Run("trouble", "network-cut", "--zone", "b", "--server", server).Out, StringComparison.Ordinal);
        CommandLine.Run("clock", "--until", "2m", "--server", server);
        await Until(client, "2m");
        Assert.Contains("it is over", CommandLine.Run("trouble", "end", "1", "--server", server).Out, StringComparison.Ordinal);
        Assert.Contains("strikes b", CommandLine.Run("trouble", "list", "--server", server).Out, StringComparison.Ordinal);
        Assert.Contains("60x", CommandLine.Run("clock", "--speed", "60x", "--server", server).Out, StringComparison.Ordinal);
        var wrong = CommandLine.Run("trouble", "power-los", "--zone", "b", "--server", server);
        Assert.Equal(2, wrong.ExitCode);
        Assert.Contains("power-loss", wrong.Error, StringComparison.Ordinal);
        Assert.Equal(2, CommandLine.Run("clock", "--server", "http://127.0.0.1:9").ExitCode);
        Assert.Equal(2, CommandLine.Run("clock", "--server", "here").ExitCode);
    }

    private static void Refuses(string sentence, params string[] args)
    {
        var answer = CommandLine.Run(["serve", .. args]);
        Assert.Equal(2, answer.ExitCode);
        Assert.Contains(sentence, answer.Error, StringComparison.Ordinal);
    }
}
