return Simulator.Cli.CliProgram.Invoke(args, Console.Out, Console.Error);
