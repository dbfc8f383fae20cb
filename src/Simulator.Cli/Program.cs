foreach (var n in new[] { 1000, 5000, 10000 }) Console.WriteLine(new Simulator.Cli.Bench.SchedulerBench(n, 30).Run(20000));
return 0;
