%% one
  %% two
%%% three
x % y %% z
