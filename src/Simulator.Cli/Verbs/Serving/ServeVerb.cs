using System.CommandLine;
using Simulator.Cli.Output;
using Simulator.Serve.Hosting;

namespace Simulator.Cli.Verbs.Serving;

/// <summary><c>simulator serve SCENARIO</c></summary>
internal static class ServeVerb
{
    public static Command Create(Screen screen)
    {
        var path = new Argument<string?>("SCENARIO") { Description = "The scenario file.", Arity = ArgumentArity.ZeroOrOne };
        var minikube = new Option<bool>("--minikube")
        {
            Description = "Instead of a scenario: one node called minikube, with its add-ons.",
        };
        var (set, plugin) = (SettingOption.Create(), PluginOption.Create());
        var port = new Option<int>("--port")
        {
            Description = "Of the first cluster on 127.0.0.1; each further one, and the federation, has the next. 0: any that is free.",
            HelpName = "N",
            DefaultValueFactory = _ => 8080,
        };
        var speed = Text("--speed", "Of simulated time: 1x (wall time), 60x and the like, max, paused. It can be changed later.", "SPEED");
        var until = Text("--until", "A moment of the run, such as 30m, at which it ends; it has no end otherwise.", "TIME");
        var record = Text("--record", "Where to write, at the end, a scenario that does what was done by hand.", "FILE");
        var state = Text("--state", "Where to keep what is done, so that a new start goes on where this one is left.", "FOLDER");
        var verb = new Command("serve", "Serves the clusters of a scenario to kubectl and other clients.")
        {
            path, minikube, set, plugin, port, speed, until, record, state,
        };
        var access = new AccessOptions();
        access.AddTo(verb);
        verb.SetAction((parsed, _) =>
        {
            if (SettingOption.Read(parsed, set, screen) is not { } settings) return Task.FromResult(ExitCode.WrongInput);
            var wanted = new ServeCommand
            {
                Path = parsed.GetValue(path),
                IsMinikube = parsed.GetValue(minikube),
                Settings = [.. PluginOption.Read(parsed, plugin), .. settings],
                Port = parsed.GetValue(port),
                Speed = parsed.GetValue(speed) ?? Speed.Wall.ToString(),
                Until = parsed.GetValue(until),
                Record = parsed.GetValue(record),
                State = parsed.GetValue(state),
                Access = clusters => access.Read(parsed, clusters, DateTimeOffset.UtcNow, screen),
            };
            return new Serving(wanted, screen).Run();
        });
        return verb;
    }

    private static Option<string?> Text(string name, string description, string value) => new(name)
    {
        Description = description,
        HelpName = value,
    };
}
